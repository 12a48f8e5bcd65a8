const FORMATS: Record<string, Intl.DateTimeFormatOptions> = {
  full: { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
  short: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  date: { day: "numeric", month: "long", year: "numeric" },
};

/** A moment in the reader's zone; a short one names its year only when it is not the current year. */
export function momentWords(moment: Date, format: string, now: Date, zone?: string): string {
  const options = { ...(FORMATS[format] ?? FORMATS.full), ...(zone ? { timeZone: zone } : {}) };
  if (moment.getUTCFullYear() !== now.getUTCFullYear()) options.year = "numeric";
  return new Intl.DateTimeFormat("en-GB", options).format(moment);
}

/** Rewrites the `<time>` inside it from UTC to the reader's own zone; UTC stays in its title. */
export class LocalTime extends HTMLElement {
  connectedCallback(): void {
    const time = this.querySelector("time");
    const moment = new Date(time?.dateTime ?? "");
    if (!time || Number.isNaN(moment.valueOf())) return;
    time.title = moment.toISOString().replace("T", " ").replace(/\.\d+Z$/, " UTC");
    time.textContent = momentWords(moment, this.getAttribute("format") ?? "full", new Date());
  }
}

if (!customElements.get("local-time")) customElements.define("local-time", LocalTime);
