"""The client of the official SDK, beside the server in one process."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import anyio
from mcp.client import Client
from mcp_types import CallToolResult, TextContent

from recoupe.mcp.server import make_server
from recoupe.store import Store


def call(store: Store, name: str, **arguments: Any) -> CallToolResult:
    async def ask() -> CallToolResult:
        async with Client(make_server(store)) as client:
            result = await client.call_tool(name, arguments)
            assert isinstance(result, CallToolResult)
            return result

    return anyio.run(ask)


def read_data(result: CallToolResult) -> dict[str, Any]:
    """The data between the marked lines, which must be that of the structure."""
    assert not result.is_error, result.content
    (content,) = result.content
    assert isinstance(content, TextContent)
    _, opening, written, closing = content.text.split("\n")
    assert opening.removeprefix("<<<") == closing.removesuffix(">>>")
    assert opening.removeprefix("<<<") not in written
    data: dict[str, Any] = json.loads(written)
    assert result.structured_content is not None
    assert result.structured_content["untrusted_data"] == data
    return data


def ask(store: Store, name: str, **arguments: Any) -> dict[str, Any]:
    return read_data(call(store, name, **arguments))


def walk_quotes(tree: Any) -> Iterator[dict[str, Any]]:
    if isinstance(tree, dict):
        if "quote" in tree:
            yield tree
        tree = list(tree.values())
    if isinstance(tree, list):
        for branch in tree:
            yield from walk_quotes(branch)
