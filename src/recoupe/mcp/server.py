"""The tools as a server of the Model Context Protocol."""

from __future__ import annotations

from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp_types import ToolAnnotations

from recoupe.mcp.answer import NOTICE
from recoupe.mcp.offered_tools import OfferedTools
from recoupe.store import Store
from recoupe.version import VERSION

READ_ONLY = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
INSTRUCTIONS = (
    "Recoupe holds press reports of one event against each other. Begin with search, or with story "
    "without an id; follow ids to claim, differences and evidence. Count origins rather than "
    f"articles: copies of one dispatch are one origin. {NOTICE}"
)


def make_server(store: Store) -> MCPServer[Any]:
    """A server with the read-only tools search, story, claim, evidence and differences.

    Args:
        store: What it answers from; nothing is ever written to it.
    """
    server: MCPServer[Any] = MCPServer(
        "recoupe", title="Recoupe", instructions=INSTRUCTIONS, version=VERSION, log_level="WARNING"
    )
    offered = OfferedTools(store)
    for tool in (
        offered.search,
        offered.story,
        offered.claim,
        offered.evidence,
        offered.differences,
    ):
        server.add_tool(tool, annotations=READ_ONLY)
    return server


def serve_tools(store: Store) -> None:
    """Answer on standard input and output until they are closed."""
    make_server(store).run("stdio")
