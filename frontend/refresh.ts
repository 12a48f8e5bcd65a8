/** Swapping one part of the page for what the server shows now, without leaving the page. */

/** Fetches the current page and replaces the element with the given id; false when it is no longer there. */
export async function refreshRegion(selector: string): Promise<boolean> {
  const shown = document.querySelector(selector);
  if (!shown) return false;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" }, credentials: "same-origin" });
  if (!answer.ok || answer.redirected) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector(selector);
  if (!fresh) return false;
  swapKeepingFocus(shown, fresh);
  document.dispatchEvent(new CustomEvent("region-refreshed", { detail: { selector } }));
  return true;
}

function swapKeepingFocus(shown: Element, fresh: Element): void {
  const focused = shown.contains(document.activeElement) ? document.activeElement?.id : undefined;
  shown.replaceWith(document.adoptNode(fresh));
  if (focused) document.getElementById(focused)?.focus();
}

/** Milliseconds to wait before try number `attempt` (from 0): one second, growing to half a minute. */
export function backOff(attempt: number): number {
  return Math.min(30_000, Math.round(1000 * 1.4 ** Math.max(0, attempt)));
}
