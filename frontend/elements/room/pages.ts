import { dataOf, sideOf, type RoomData } from "./room-data";

export interface Sheet {
  address: string;
  page: Document;
  data: RoomData;
}

/** Parts of the page that belong to one picture, and are taken from its page when it is shown. */
const PARTS = ["#room-head", "#room-verdict", "#room-data", "#room-alone"];
const MOST = 12;

/** Pages of other pictures, fetched before they are asked for, so that the next one is there at once. */
export class Pages {
  #sheets = new Map<string, Promise<Sheet>>();

  /** The page of a picture; from memory when it was fetched ahead. Rejects when it cannot be had. */
  get(address: string): Promise<Sheet> {
    const present = this.#sheets.get(address);
    if (present) return present;
    const sheet = fetchSheet(address);
    this.#sheets.set(address, sheet);
    sheet.catch(() => this.#sheets.delete(address));
    for (const old of [...this.#sheets.keys()].slice(0, -MOST)) this.#sheets.delete(old);
    return sheet;
  }

  /** Forgets what may have changed by something that was done on this page. */
  forget(): void {
    this.#sheets.clear();
  }
}

/** Puts the parts of another picture's page in place of those that are shown. */
export function turnTo({ address, page }: Sheet): void {
  for (const selector of PARTS) {
    const fresh = page.querySelector(selector);
    if (fresh) document.querySelector(selector)?.replaceWith(document.importNode(fresh, true));
  }
  moveAlong(address);
  document.title = page.title;
  if (location.pathname + location.search !== address) history.pushState({ room: true }, "", address);
}

/** The strip stays where it is, with hundreds of pictures that are drawn already; only its mark moves. */
export function moveAlong(address: string): void {
  const strip = document.querySelector<HTMLElement>("#room-strip");
  const path = address.split("?")[0] ?? address;
  for (const link of strip?.querySelectorAll("a[aria-current]") ?? []) link.removeAttribute("aria-current");
  const link = strip?.querySelector<HTMLElement>(`a[href="${CSS.escape(path)}"]`);
  if (!strip || !link) return;
  link.setAttribute("aria-current", "page");
  strip.scrollLeft = link.offsetLeft - (strip.clientWidth - link.offsetWidth) / 2;
}

/** The addresses of the pictures before and after this one, as the page names them. */
export function neighbour(rel: "prev" | "next", page: ParentNode = document): string {
  return page.querySelector<HTMLAnchorElement>(`a[rel~="${rel}"]`)?.getAttribute("href") ?? "";
}

/** The two sides that a page wants to be shown. */
export const pairOf = (data: RoomData) => [sideOf(data, data.before), sideOf(data, data.after)] as const;

async function fetchSheet(address: string): Promise<Sheet> {
  const answer = await fetch(address, { headers: { Accept: "text/html" }, credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const data = dataOf(page);
  if (!answer.ok || !data) throw new Error(`${address} is no page of a picture`);
  return { address, page, data };
}
