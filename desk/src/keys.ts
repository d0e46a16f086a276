/** Keys of the desk: what each does, and when a key is left alone. */

export interface Desk {
  document: Document;
  go(address: string): void;
  copy(text: string): void;
}

const GO_TO: Record<string, string> = { h: "/", p: "/paroles", r: "/recherche", i: "/importer", d: "/decisions", t: "/tri" };
const ITEMS = ".card, .claim, .difference, .hit, .decisions > li, .speaker-list > li";
const HIGHLIGHTS = ".paper-body a.ref";
export const KEYS_OFF = "recoupe-keys-off";

/** Whether somebody is typing, so that letters are letters. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit"].includes(target.type);
}

/** The visible items that j and k step through, in the order of the page; those in a closed fold among them. */
export function listItems(document: Document, query: string = ITEMS): HTMLElement[] {
  return Array.from(document.querySelectorAll<HTMLElement>(query)).filter(isShown);
}

function isShown(item: HTMLElement): boolean {
  for (let up: HTMLElement | null = item; up; up = up.parentElement) {
    if (up.hidden || getComputedStyle(up).display === "none") return false;
  }
  return true;
}

/** Where the reader is: at what has the focus, else at what the address points to. */
export function findPlace(document: Document): Element | null {
  const { activeElement, body } = document;
  if (activeElement && activeElement !== body) return activeElement;
  return document.querySelector(":target");
}

/** Which item has the focus or holds it; -1 where none does. */
export function findCurrent(items: HTMLElement[], active: Element | null): number {
  return items.findIndex((item) => item === active || item.contains(active));
}

function focusItem(item: HTMLElement): void {
  const link = item.matches("a, button") ? item : item.querySelector<HTMLElement>("a, button, summary");
  const target = link ?? item;
  if (!link) item.tabIndex = -1;
  for (let up: Element | null = target; up; up = up.parentElement) {
    if (up instanceof HTMLDetailsElement && up !== target.parentElement) up.open = true;
  }
  target.focus();
}

/** Go some items on; at the ends it stays. */
export function step(document: Document, by: number, query: string = ITEMS): void {
  const items = listItems(document, query);
  const at = findCurrent(items, findPlace(document));
  const next = items[at < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(Math.max(at + by, 0), items.length - 1)];
  if (next) focusItem(next);
}

/** Go one item on, or to the next article where a page has no items. */
export function stepOrTurn(desk: Desk, by: number): void {
  const { document } = desk;
  const next = document.querySelector<HTMLAnchorElement>(`a[rel~="${by > 0 ? "next" : "prev"}"]`);
  if (next && !listItems(document).length) desk.go(next.href);
  else step(document, by);
}

/** The original at the passage with the focus where it has a link, else from its start. */
export function findOriginal(document: Document): HTMLAnchorElement | null {
  const place = findPlace(document);
  const note = place?.closest(".notes li") ?? (place instanceof HTMLAnchorElement && place.matches(".ref") ? document.querySelector(place.hash) : null);
  return note?.querySelector<HTMLAnchorElement>("a.in-original") ?? document.querySelector<HTMLAnchorElement>("a.original");
}

/** Quotation, outlet, date and address of the passage with the focus, to paste into a text. */
export function citeCurrent(document: Document, address: string): string | null {
  const holder = findPlace(document)?.closest(".passage, .side, .hit, .quotes > li, .row");
  const quote = (holder?.querySelector("mark") ?? holder?.querySelector("blockquote, .hit-words, p"))?.textContent;
  if (!holder || !quote) return null;
  const where = holder.querySelector("figcaption, .meta, .quote-meta")?.textContent ?? document.title;
  const link = holder.querySelector<HTMLAnchorElement>('a[href*="/a/"]');
  const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();
  return `« ${tidy(quote)} » — ${tidy(where)} ${link ? link.href : address}`;
}

/** Press one of the four answers to the difference with the focus. */
export function judgeCurrent(document: Document, key: string): boolean {
  const difference = findPlace(document)?.closest(".difference");
  const button = difference?.querySelector<HTMLButtonElement>(`form[data-judge="difference"] button[data-key="${key}"]`);
  button?.click();
  return button !== null && button !== undefined;
}

/** Where the claim with the focus can be joined with another; its fold is the row below in a table. */
export function findJoin(document: Document): HTMLAnchorElement | null {
  const claim = findPlace(document)?.closest(".claim, .proof-row");
  const below = claim?.nextElementSibling;
  const holder = claim?.matches("tr.claim") && below?.matches(".proof-row") ? below : claim;
  return holder?.querySelector<HTMLAnchorElement>("a[data-join]") ?? null;
}

/** Press the answer of the card of triage that has this key; a space only where nothing has the focus. */
export function answerCard(document: Document, key: string): boolean {
  const { activeElement, body } = document;
  if (key === " " && activeElement && activeElement !== body) return false;
  const name = key === " " ? "Space" : key;
  const buttons = Array.from(document.querySelectorAll<HTMLButtonElement>(".triage button[data-key]"));
  const button = buttons.find((each) => each.dataset["key"] === name);
  button?.click();
  return button !== undefined;
}

/** Show what the keys do. */
export function showKeys(document: Document): void {
  document.querySelector<HTMLDialogElement>("#keys")?.showModal?.();
}

/** Listen for keys until the page is left. */
export function listen(desk: Desk): void {
  const { document } = desk;
  let waitsForGo = false;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.documentElement.dataset["keys"] === "off") return;
    if (waitsForGo) {
      waitsForGo = false;
      const address = GO_TO[event.key];
      if (address) desk.go(address);
      return;
    }
    if (answerCard(document, event.key)) {
      event.preventDefault();
      return;
    }
    const acts: Record<string, () => void> = {
      j: () => stepOrTurn(desk, 1),
      k: () => stepOrTurn(desk, -1),
      n: () => step(document, 1, HIGHLIGHTS),
      p: () => step(document, -1, HIGHLIGHTS),
      g: () => { waitsForGo = true; },
      "/": () => { const field = document.querySelector<HTMLElement>("main input[type=search]"); field ? field.focus() : desk.go("/recherche"); },
      "?": () => showKeys(document),
      o: () => { const link = findOriginal(document); if (link) desk.go(link.href); },
      c: () => document.querySelector<HTMLElement>("form[action='/comparer'] select")?.focus(),
      x: () => findPlace(document)?.closest(".card")?.querySelector<HTMLInputElement>("input[name=about]")?.click(),
      m: () => {
        const join = findJoin(document);
        if (join) desk.go(join.href);
        else document.querySelector<HTMLButtonElement>("button[data-merge]:not([disabled])")?.click();
      },
      y: () => { const words = citeCurrent(document, document.location.href); if (words) desk.copy(words); },
    };
    const act = acts[event.key] ?? ("1234".includes(event.key) ? () => { judgeCurrent(document, event.key); } : null);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

/** Let the box in the help turn the single-letter keys off, and remember it. */
export function offerSwitch(document: Document, memory: Storage): void {
  const apply = (off: boolean): void => { document.documentElement.dataset["keys"] = off ? "off" : "on"; };
  apply(memory.getItem(KEYS_OFF) === "yes");
  const button = document.querySelector<HTMLButtonElement>("#show-keys");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => showKeys(document));
  }
  const box = document.querySelector<HTMLInputElement>("#keys-off");
  if (!box) return;
  box.checked = memory.getItem(KEYS_OFF) === "yes";
  box.addEventListener("change", () => {
    memory.setItem(KEYS_OFF, box.checked ? "yes" : "no");
    apply(box.checked);
  });
}
