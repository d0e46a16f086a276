import { beforeEach, describe, expect, it, vi } from "vitest";
import { KEYS_OFF, citeCurrent, judgeCurrent, listen, offerSwitch } from "../src/keys";
import { watchChoices } from "../src/merge";

const go = vi.fn();
const copy = vi.fn();

function press(key: string, target: EventTarget = document.body): void {
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}

listen({ document, go, copy });

beforeEach(() => {
  go.mockClear();
  copy.mockClear();
  document.documentElement.dataset["keys"] = "on";
  document.body.innerHTML = `<main><input type="search">
    <ul><li class="card"><a href="/h/1">un</a></li><li class="card" hidden><a href="/h/2">deux</a></li><li class="card"><a href="/h/3">trois</a></li></ul></main>`;
});

describe("keys", () => {
  it("step through the items that are shown and stay at the ends", () => {
    const focused = (): string | null => document.activeElement!.textContent;
    press("j");
    expect(focused()).toBe("un");
    press("j");
    expect(focused()).toBe("trois");
    press("j");
    expect(focused()).toBe("trois");
    press("k");
    expect(focused()).toBe("un");
  });

  it.each([
    ['<table><tr class="claim"><th tabindex="0">un</th></tr><tr class="proof-row"><td><a data-join href="/j">réunir</a></td></tr></table>', "/j"],
    ['<ul><li class="claim" tabindex="0"><details><a data-join href="/k">réunir</a></details></li></ul>', "/k"],
  ])("lead from a claim to those it can be joined with", (html, address) => {
    document.body.innerHTML = html;
    document.querySelector<HTMLElement>("[tabindex]")!.focus();
    press("m");
    expect(go).toHaveBeenCalledExactlyOnceWith(new URL(address, document.location.href).href);
  });

  it.each([["a", "accept"], ["x", "refuse"], [" ", "unsure"], ["z", "undo"], ["q", ""]])("answer a card of triage: %s", (key, said) => {
    document.body.innerHTML = `<div class="triage"><button data-key="z" value="undo"></button><button data-key="a" value="accept"></button>
      <button data-key="x" value="refuse"></button><button data-key="Space" value="unsure"></button></div>`;
    const pressed: string[] = [];
    document.querySelectorAll("button").forEach((each) => each.addEventListener("click", () => pressed.push(each.value)));
    press(key);
    expect(pressed.join()).toBe(said);
  });

  it("step through the highlights that are shown", () => {
    document.body.innerHTML = `<style>.r-f { display: none; }</style><div class="paper-body"><a class="ref r-s" href="#n1-1">1</a>
      <a class="ref r-f" href="#n1-2">C1</a><a class="ref r-s" href="#n1-3">2</a></div>`;
    press("n");
    press("n");
    expect(document.activeElement!.textContent).toBe("2");
    press("p");
    expect(document.activeElement!.textContent).toBe("1");
  });

  it("turn to the next article where a page has no items", () => {
    document.body.innerHTML = `<a rel="prev" href="/a/1">avant</a><a rel="next" href="/a/3">après</a>`;
    press("j");
    expect(go).toHaveBeenLastCalledWith(expect.stringMatching("/a/3$"));
    press("k");
    expect(go).toHaveBeenLastCalledWith(expect.stringMatching("/a/1$"));
  });

  it("open the original at the highlight with the focus, else from its start", () => {
    document.body.innerHTML = `<a class="original" href="https://one.example/">original</a><a class="ref" href="#n1-1">1</a>
      <ul class="notes"><li id="n1-1"><a class="in-original" href="https://one.example/#:~:text=un">dans l’original</a></li></ul>`;
    press("o");
    expect(go).toHaveBeenLastCalledWith("https://one.example/");
    document.querySelector<HTMLElement>(".ref")!.focus();
    press("o");
    expect(go).toHaveBeenLastCalledWith("https://one.example/#:~:text=un");
  });

  it("go where two letters say", () => {
    press("g");
    press("p");
    expect(go).toHaveBeenCalledWith("/paroles");
    press("p");
    expect(go).toHaveBeenCalledTimes(1);
  });

  it("leave letters alone where somebody types", () => {
    const field = document.querySelector("input")!;
    press("g", field);
    press("h", field);
    expect(go).not.toHaveBeenCalled();
  });

  it("can be turned off, and that is remembered", () => {
    document.body.innerHTML += '<input id="keys-off" type="checkbox">';
    offerSwitch(document, localStorage);
    document.querySelector<HTMLInputElement>("#keys-off")!.click();
    expect(localStorage.getItem(KEYS_OFF)).toBe("yes");
    press("g");
    press("h");
    expect(go).not.toHaveBeenCalled();
    localStorage.clear();
  });

  it("answer the difference with the focus and no other", () => {
    const clicked: string[] = [];
    document.body.innerHTML = ["a", "b"].map((id) => `<section class="difference"><a href="#" id="${id}">x</a>
      <form data-judge="difference"><button type="button" data-key="1" value="${id}">1</button></form></section>`).join("");
    document.querySelectorAll("button").forEach((b) => b.addEventListener("click", () => clicked.push(b.value)));
    expect(judgeCurrent(document, "1")).toBe(false);
    document.getElementById("b")!.focus();
    press("1");
    expect(clicked).toEqual(["b"]);
  });

  it("copy the quotation with where it stands", () => {
    document.body.innerHTML = `<figure class="passage"><blockquote>avant <mark>trois
      morts</mark></blockquote><figcaption><a class="go" href="/a/1#a-1-4">La Gazette</a>, 3 mars</figcaption></figure>`;
    document.querySelector("a")!.focus();
    expect(citeCurrent(document, "http://desk/")).toBe(`« trois morts » — La Gazette, 3 mars ${document.querySelector("a")!.href}`);
  });
});

it("two stories can be merged, not one and not three", () => {
  document.body.innerHTML = '<form class="merge"><input type="checkbox" name="about"><input type="checkbox" name="about"><input type="checkbox" name="about"><button data-merge>m</button></form>';
  const form = document.querySelector("form")!;
  watchChoices(form);
  const states = Array.from(form.querySelectorAll("input")).map((box) => {
    box.click();
    return form.querySelector("button")!.disabled;
  });
  expect(states).toEqual([true, false, true]);
});

