/** Swapping one part of the page for what the server shows now, without leaving the page. */

/** Fetches the current page and replaces the element with the given id; false when it is no longer there. */
export async function refreshRegion(selector: string): Promise<boolean> {
  if (!document.querySelector(selector)) return false;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" }, credentials: "same-origin" });
  if (!answer.ok || answer.redirected) return false;
  return showRegion(selector, await answer.text());
}

/** Replaces the element by the one the answered HTML holds in its place; false when either is missing. */
export function showRegion(selector: string, html: string): boolean {
  const shown = document.querySelector(selector);
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector(selector);
  if (!shown || !fresh) return false;
  swapKeepingFocus(shown, fresh);
  document.dispatchEvent(new CustomEvent("region-refreshed", { detail: { selector } }));
  return true;
}

function swapKeepingFocus(shown: Element, fresh: Element): void {
  keepChosen(shown, fresh);
  const focused = shown.contains(document.activeElement) ? document.activeElement?.id : undefined;
  shown.replaceWith(document.adoptNode(fresh));
  if (focused) document.getElementById(focused)?.focus();
}

/** What a person has chosen and not sent yet stays chosen, where it can still be chosen. */
function keepChosen(shown: Element, fresh: Element): void {
  for (const { id, value } of shown.querySelectorAll<HTMLSelectElement>("select[id]")) {
    const same = fresh.querySelector<HTMLSelectElement>(`#${CSS.escape(id)}`);
    if (same && [...same.options].some((option) => option.value === value)) same.value = value;
  }
}

/** Milliseconds to wait before try number `attempt` (from 0): one second, growing to half a minute. */
export function backOff(attempt: number): number {
  return Math.min(30_000, Math.round(1000 * 1.4 ** Math.max(0, attempt)));
}
