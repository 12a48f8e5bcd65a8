interface Place {
  x: number;
  y: number;
  z: number;
}

/** What is used here of the viewer, which is loaded only where a model is shown. */
export interface ModelViewer extends HTMLElement {
  cameraOrbit: string;
  cameraTarget: string;
  fieldOfView: string;
  getCameraOrbit(): { toString(): string };
  getCameraTarget(): { toString(): string };
  getFieldOfView(): number;
  jumpCameraToGoal(): void;
  positionAndNormalFromPoint(x: number, y: number): { position: Place; normal: Place } | null;
  updateHotspot(hotspot: { name: string; position: string; normal: string }): void;
}

/** Whoever turns one model turns all of them. */
export function joinCameras(stage: HTMLElement): void {
  // The event does not bubble, but on its way down it passes here.
  stage.addEventListener("camera-change", (event) => follow(stage, event as CustomEvent<{ source: string }>), true);
}

function follow(stage: HTMLElement, event: CustomEvent<{ source: string }>): void {
  if (event.detail.source !== "user-interaction") return;
  const leader = event.target as ModelViewer;
  for (const other of stage.querySelectorAll<ModelViewer>("model-viewer")) {
    if (other === leader) continue;
    other.cameraOrbit = leader.getCameraOrbit().toString();
    other.cameraTarget = leader.getCameraTarget().toString();
    other.fieldOfView = `${leader.getFieldOfView()}deg`;
    other.jumpCameraToGoal();
  }
}
