import { showRegion } from "../../refresh";

const LOST = "The verdict could not be sent. Nothing was changed; try again.";

/** Sends a verdict and shows what the server says of it; returns a sentence for the reader when it was not taken. */
export async function sendVerdict(form: HTMLFormElement, button: HTMLElement | null): Promise<string> {
  const told = new FormData(form, button);
  const answer = await fetch(form.action, { method: "POST", body: told, credentials: "same-origin" }).catch(() => undefined);
  if (!answer?.ok) return answer ? refusalOf(await answer.text()) : LOST;
  const html = await answer.text();
  for (const part of ["#room-verdict", "#room-strip"]) showRegion(part, html);
  return "";
}

/** The sentence of the server's own page of refusal. */
function refusalOf(html: string): string {
  const words = new DOMParser().parseFromString(html, "text/html").querySelector("main p, .lead")?.textContent?.trim();
  return words || LOST;
}
