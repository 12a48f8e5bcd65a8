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
    for (const name of ["camera-controls", "touch-action", "shadow-intensity", "environment-image"]) {
      viewer.setAttribute(name, { "touch-action": "pan-y", "shadow-intensity": "0.6", "environment-image": "neutral" }[name] ?? "");
    }
    this.prepend(viewer);
  }
}

if (!customElements.get("model-frame")) customElements.define("model-frame", ModelFrame);
