/** Two stories can be merged when just two are chosen. */

export function watchChoices(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>("button[data-merge]");
  if (!button) return;
  const apply = (): void => { button.disabled = form.querySelectorAll("input[name=about]:checked").length !== 2; };
  form.addEventListener("change", apply);
  apply();
}
