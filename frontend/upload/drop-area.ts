import { chosenFiles, droppedFiles, type Found } from "./dropped";

/** Gives `take` whatever is dropped on `area`, chosen in its file field, or in the folder field that is added to it. */
export function acceptFiles(area: HTMLElement, input: HTMLInputElement, take: (found: Found[]) => void): void {
  const chosen = (field: HTMLInputElement) => {
    take(chosenFiles(field.files ?? []));
    field.value = "";
  };
  input.addEventListener("change", () => chosen(input));
  input.after(folderButton(chosen));
  area.addEventListener("dragover", (event) => {
    event.preventDefault();
    area.classList.add("over");
  });
  area.addEventListener("dragleave", () => area.classList.remove("over"));
  area.addEventListener("drop", (event) => {
    event.preventDefault();
    area.classList.remove("over");
    if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(take);
  });
}

function folderButton(chosen: (field: HTMLInputElement) => void): HTMLButtonElement {
  const field = Object.assign(document.createElement("input"), { type: "file", webkitdirectory: true });
  field.addEventListener("change", () => chosen(field));
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Choose a folder" });
  button.className = "button button-quiet button-small";
  button.addEventListener("click", () => field.click());
  return button;
}
