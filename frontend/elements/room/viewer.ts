import OpenSeadragon from "openseadragon";
import type { Side } from "./room-data";
import { deepZoom, preview, PREVIEW, type Source } from "./sources";

export interface View {
  /** Pixels of the page for the whole width of the picture. */
  scale: number;
  /** Where the picture's upper left is within the pane, in pixels. */
  left: number;
  top: number;
}

/** OpenSeadragon's types leave out what its documentation has. */
type Zoomable = OpenSeadragon.Viewport & { maxZoomLevel: number };

const MARGIN = 0.03;
const MOST_MAGNIFIED = 8;
const WHEEL = 1.25;

/** One pane: pictures of one side, of which one is shown and others wait, already loaded. */
export class PaneViewer {
  readonly osd: OpenSeadragon.Viewer;
  #layers = new Map<string, Promise<OpenSeadragon.TiledImage>>();
  #frame = new OpenSeadragon.Rect(0, 0, 1, 1);
  #shown: Side | undefined;

  constructor(element: HTMLElement) {
    forgoStyle();
    this.osd = new OpenSeadragon.Viewer({
      element,
      drawer: "canvas",
      showNavigationControl: false,
      // OpenSeadragon's own keys would compete with the room's.
      keyboardNavEnabled: false,
      gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
      gestureSettingsTouch: { clickToZoom: false, dblClickToZoom: true, flickEnabled: false },
      gestureSettingsPen: { clickToZoom: false },
      zoomPerScroll: WHEEL,
      animationTime: 0.35,
      springStiffness: 9,
      visibilityRatio: 0.25,
      minZoomImageRatio: 0.5,
      maxZoomPixelRatio: MOST_MAGNIFIED,
      maxImageCacheCount: 400,
      immediateRender: true,
    });
  }

  /** Loads a picture without showing it. */
  prepare(side: Side, frame: Side): void {
    if (side.large) void this.#layer(side.large, preview(side), boxOf(frame), 0);
  }

  /** Shows the side, fitted into the frame of the picture that is judged; resolves when it is drawn. */
  async show(side: Side, frame: Side): Promise<void> {
    this.#shown = side;
    this.#frame = boxOf(frame);
    (this.osd.viewport as Zoomable).maxZoomLevel = (MOST_MAGNIFIED * Math.max(frame.width, 400)) / this.#across;
    const layer = await this.#layer(side.large, preview(side), this.#frame, 1);
    if (this.#shown !== side) return;
    layer.fitBounds(this.#frame, OpenSeadragon.Placement.CENTER, true);
    await this.#only(side);
  }

  /** Adds the original's own pixels above the preview, as soon as they would be seen. */
  sharpen(): void {
    const side = this.#shown;
    if (!side?.tiles || this.view.scale * window.devicePixelRatio <= PREVIEW) return;
    void this.#layer(side.tiles, deepZoom(side.tiles), this.#frame, 1).then((layer) => {
      layer.setOpacity(this.#shown === side ? 1 : 0);
    });
  }

  /** Throws away what is neither shown nor among these, so that memory does not grow with every picture. */
  async keep(sides: readonly Side[]): Promise<void> {
    const kept = new Set(sides.flatMap((side) => [side.large, side.tiles]));
    for (const [key, layer] of this.#layers) {
      if (kept.has(key)) continue;
      this.#layers.delete(key);
      this.osd.world.removeItem(await layer);
    }
  }

  get view(): View {
    const origin = this.osd.viewport.pixelFromPoint(new OpenSeadragon.Point(0, 0), true);
    return { scale: this.#across * this.osd.viewport.getZoom(true), left: origin.x, top: origin.y };
  }

  fit(immediately = false): void {
    const { x, y, width, height } = this.#frame;
    const rim = Math.max(width, height) * MARGIN;
    this.osd.viewport.fitBounds(new OpenSeadragon.Rect(x - rim, y - rim, width + 2 * rim, height + 2 * rim), immediately);
  }

  /** One pixel of the file for one pixel of the screen, about a point of the pane. */
  actualSize(): void {
    const width = this.#shown?.width ?? 0;
    if (width) this.osd.viewport.zoomTo(width / window.devicePixelRatio / this.#across);
  }

  zoomBy(factor: number, at?: { x: number; y: number }): void {
    const about = at && this.osd.viewport.pointFromPixel(new OpenSeadragon.Point(at.x, at.y), true);
    this.osd.viewport.zoomBy(factor, about).applyConstraints();
  }

  panBy(x: number, y: number): void {
    this.osd.viewport.panBy(this.osd.viewport.deltaPointsFromPixels(new OpenSeadragon.Point(x, y))).applyConstraints();
  }

  /** Stands where the other stands, at once. */
  follow(other: PaneViewer): void {
    this.osd.viewport.zoomTo(other.osd.viewport.getZoom(true), undefined, true);
    this.osd.viewport.panTo(other.osd.viewport.getCenter(true), true);
  }

  get #across(): number {
    return this.osd.viewport.getContainerSize().x || 1;
  }

  async #only(side: Side): Promise<void> {
    for (const [key, layer] of this.#layers) (await layer).setOpacity(key === side.large || key === side.tiles ? 1 : 0);
  }

  #layer(key: string, source: Promise<Source>, frame: OpenSeadragon.Rect, opacity: number): Promise<OpenSeadragon.TiledImage> {
    const present = this.#layers.get(key);
    if (present) return present;
    const layer = source.then((tileSource) => this.#added(tileSource, frame, opacity));
    this.#layers.set(key, layer);
    layer.catch(() => this.#layers.delete(key));
    return layer;
  }

  #added(tileSource: Source, frame: OpenSeadragon.Rect, opacity: number): Promise<OpenSeadragon.TiledImage> {
    return new Promise((resolve, reject) => {
      this.osd.addTiledImage({
        tileSource: tileSource as OpenSeadragon.TileSourceOptions,
        fitBounds: frame,
        fitBoundsPlacement: OpenSeadragon.Placement.CENTER,
        opacity,
        preload: true,
        success: (event) => resolve((event as unknown as { item: OpenSeadragon.TiledImage }).item),
        error: (event) => reject(new Error(event.message)),
      });
    });
  }
}

/** OpenSeadragon adds a style of its own, which the content security policy refuses, unless it finds one by this mark. */
function forgoStyle(): void {
  const mark = "data-openseadragon-mobile-css";
  if (document.querySelector(`style[${mark}]`)) return;
  // Of no namespace that a browser reads styles in: an empty one of HTML would be refused and reported too.
  const style = document.createElementNS("urn:proofroom", "style");
  style.setAttribute(mark, "true");
  document.head.append(style);
}

const boxOf = (frame: Side) => new OpenSeadragon.Rect(0, 0, 1, frame.width ? frame.height / frame.width : 2 / 3);
