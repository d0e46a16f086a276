import { acceptDrops } from "./drop";
import { listen, offerSwitch } from "./keys";
import { watchChoices } from "./merge";
import { keepPlace } from "./place";

listen({
  document,
  go: (address) => document.location.assign(address),
  copy: (text) => { void navigator.clipboard?.writeText(text); },
});
offerSwitch(document, window.localStorage);
keepPlace(document);
document.querySelectorAll<HTMLFormElement>("form.drop").forEach(acceptDrops);
document.querySelectorAll<HTMLFormElement>("form.merge").forEach(watchChoices);
