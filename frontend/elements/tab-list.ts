/** Which tab a pressed key leads to from `index` of `count`; undefined for any other key. */
export function nextTab(key: string, index: number, count: number): number | undefined {
  const goals: Record<string, number> = {
    ArrowRight: (index + 1) % count,
    ArrowLeft: (index - 1 + count) % count,
    Home: 0,
    End: count - 1,
  };
  return goals[key];
}

/** Turns anchors to sections of the same page into tabs (WAI-ARIA APG, tabs with automatic activation). */
export class TabList extends HTMLElement {
  #tabs: HTMLAnchorElement[] = [];
  #followHash = () => this.#select(this.#tabOfHash() ?? this.#tabs[0], { focus: false });

  connectedCallback(): void {
    this.#tabs = [...this.querySelectorAll<HTMLAnchorElement>('.tabs a[href^="#"]')].filter((tab) => this.#panel(tab));
    if (!this.#tabs.length) return;
    this.querySelector(".tabs")?.setAttribute("role", "tablist");
    for (const tab of this.#tabs) this.#prepare(tab);
    this.classList.add("ready");
    window.addEventListener("hashchange", this.#followHash);
    this.#followHash();
    if (!this.#tabOfHash()) this.#showWrong();
  }

  disconnectedCallback(): void {
    window.removeEventListener("hashchange", this.#followHash);
  }

  #panel(tab: HTMLAnchorElement): HTMLElement | null {
    return this.querySelector<HTMLElement>(`#${CSS.escape(tab.hash.slice(1))}`);
  }

  #prepare(tab: HTMLAnchorElement): void {
    const panel = this.#panel(tab);
    if (!panel) return;
    tab.id ||= `tab-${panel.id}`;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panel.id);
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    panel.tabIndex = 0;
    tab.addEventListener("click", (event) => this.#choose(event, tab));
    tab.addEventListener("keydown", (event) => this.#move(event, tab));
  }

  #choose(event: Event, tab: HTMLAnchorElement): void {
    event.preventDefault();
    history.replaceState(null, "", tab.hash);
    this.#select(tab, { focus: true });
  }

  #move(event: KeyboardEvent, tab: HTMLAnchorElement): void {
    const next = nextTab(event.key, this.#tabs.indexOf(tab), this.#tabs.length);
    const goal = next === undefined ? undefined : this.#tabs[next];
    if (goal) this.#choose(event, goal);
  }

  /** The tab whose panel is, or holds, what the address names: `#message-12` opens the messages. */
  #tabOfHash(): HTMLAnchorElement | undefined {
    const goal = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    return goal ? this.#tabs.find((tab) => this.#panel(tab)?.contains(goal)) : undefined;
  }

  /** What was refused is shown, so that its sentence is read and what was written is at hand. */
  #showWrong(): void {
    const wrong = this.querySelector<HTMLElement>('[aria-invalid="true"]');
    const tab = this.#tabs.find((each) => this.#panel(each)?.contains(wrong));
    if (!wrong || !tab) return;
    this.#select(tab, { focus: false });
    wrong.focus();
  }

  #select(chosen: HTMLAnchorElement | undefined, { focus }: { focus: boolean }): void {
    for (const tab of this.#tabs) {
      tab.setAttribute("aria-selected", String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
      const panel = this.#panel(tab);
      if (panel) panel.hidden = tab !== chosen;
    }
    if (focus) chosen?.focus({ preventScroll: true });
    const inside = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    if (!focus && inside && !this.#tabs.some((tab) => this.#panel(tab) === inside)) inside.scrollIntoView();
  }
}

if (!customElements.get("tab-list")) customElements.define("tab-list", TabList);
