import type { Command, Mode, Tool } from "./commands";
import type { Stage } from "./stage";

/** The bar of tools: its buttons carry commands, and it shows which of them hold now. */
export class ToolBar {
  readonly #share: HTMLInputElement | null;

  constructor(
    private readonly bar: ParentNode,
    private readonly stage: Stage,
    stageElement: HTMLElement,
  ) {
    this.#share = bar.querySelector<HTMLInputElement>("[data-share]");
    this.#share?.addEventListener("input", () => (stage.share = this.#share?.valueAsNumber ?? stage.share));
    stageElement.addEventListener("share", () => this.showShare());
  }

  showMode(mode: Mode): void {
    this.#press((["slider", "side", "blink", "overlay"] as const).map((each) => [each, each === mode]));
    if (this.#share) {
      this.#share.disabled = mode === "side" || mode === "blink";
      this.#share.setAttribute("aria-label", mode === "overlay" ? "How much of the picture after is seen" : "Divider");
    }
    this.showShare();
  }

  showTool(tool: Tool): void {
    this.#press((["hand", "pencil", "rectangle", "ellipse", "arrow", "pin"] as const).map((each) => [each, each === tool]));
  }

  showShare(): void {
    if (this.#share) this.#share.value = String(Math.round(this.stage.share));
  }

  enable(command: Command, enabled: boolean): void {
    const button = this.#button(command);
    if (button instanceof HTMLButtonElement) button.disabled = !enabled;
  }

  press(command: Command, pressed: boolean): void {
    this.#press([[command, pressed]]);
  }

  text(name: string, words: string): void {
    const place = this.bar.querySelector(`[data-tell="${name}"]`);
    if (place && place.textContent !== words) place.textContent = words;
  }

  #button(command: Command): Element | null {
    return this.bar.querySelector(`[data-do="${command}"]`);
  }

  #press(states: readonly (readonly [Command, boolean])[]): void {
    for (const [command, pressed] of states) this.#button(command)?.setAttribute("aria-pressed", String(pressed));
  }
}
