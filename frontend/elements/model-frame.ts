const LOOK = {
  "camera-controls": "",
  "touch-action": "pan-y",
  "shadow-intensity": "0.6",
  "environment-image": "neutral",
  // Its waving hand would turn one model of two by itself.
  "interaction-prompt": "none",
  // A press sets a pin; the model stays where it is.
  "disable-tap": "",
};

/** Shows the GLB at `src` with model-viewer, loaded only here; without script its link downloads the model. */
export class ModelFrame extends HTMLElement {
  connectedCallback(): void {
    const source = this.getAttribute("src");
    if (source && !this.querySelector("model-viewer")) void this.#show(source);
  }

  async #show(source: string): Promise<void> {
    await import("@google/model-viewer");
    const viewer = document.createElement("model-viewer");
    viewer.setAttribute("src", source);
    viewer.setAttribute("alt", this.getAttribute("alt") ?? "3D model");
    for (const [name, value] of Object.entries(LOOK)) viewer.setAttribute(name, value);
    viewer.addEventListener("error", () => this.#giveUp(viewer));
    const sheets = takenStyles(viewer.shadowRoot);
    this.prepend(viewer);
    // Only now: becoming part of the page, the viewer sets its list of sheets anew.
    viewer.shadowRoot?.adoptedStyleSheets.push(...sheets);
  }

  #giveUp(viewer: HTMLElement): void {
    const sentence = document.createElement("p");
    sentence.textContent = "This model cannot be shown in the browser. The file is whole; download it to open it.";
    viewer.replaceWith(sentence);
  }
}

/**
 * The viewer styles itself with a <style>, which our content security policy refuses; adopted sheets it allows. To be
 * called before the viewer is part of the page: the browser complains about a style only there.
 */
function takenStyles(root: ShadowRoot | null): CSSStyleSheet[] {
  return [...(root?.querySelectorAll("style") ?? [])].map((style) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style.textContent ?? "");
    style.remove();
    return sheet;
  });
}

if (!customElements.get("model-frame")) customElements.define("model-frame", ModelFrame);
