/** Another language is shown at the same place of the page. */

export function keepPlace(document: Document): void {
  const link = document.querySelector<HTMLAnchorElement>(".switch a");
  link?.addEventListener("click", () => { link.hash = document.location.hash; });
}
