// Added to the room's pages by bench/room/measures.py; everything is counted by the page itself, in milliseconds.
const press = (key) => document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));

const middle = (all) => all.sort((one, other) => one - other)[Math.floor(all.length / 2)];

// How long the page works for something: at once, in the next frame, and for the layout after it.
const work = async (something) => {
  let began;
  // The page asks for its frame after this one, so it works between the two.
  requestAnimationFrame(() => (began = performance.now()));
  const started = performance.now();
  something();
  const atOnce = performance.now() - started;
  return atOnce + await new Promise((resolve) => requestAnimationFrame(() => {
    document.querySelector(".mark-layer").getBBox();
    resolve(performance.now() - began);
  }));
};

const inSight = (element) => {
  const box = element.getBoundingClientRect();
  return box.top < innerHeight && box.bottom > 0;
};

// The sheet is usable when every picture in sight is there and its keys answer. Only frames are asked where they are:
// to ask the pictures inside would make the browser lay out all that it leaves out until it comes into sight.
const watchSheet = () => {
  const pictures = [...document.querySelectorAll("#sheet > .pair")].filter(inSight).flatMap((each) => [...each.querySelectorAll("img")]);
  const complete = pictures.length > 0 && pictures.every((each) => each.complete && each.naturalWidth);
  if (complete && customElements.get("contact-sheet")) document.documentElement.dataset.usable = performance.now();
  else requestAnimationFrame(watchSheet);
};
requestAnimationFrame(watchSheet);

window.bench = {
  // From the key until the next pair is on the table.
  following: () => new Promise((resolve) => {
    const room = document.querySelector("picture-room");
    const before = room.dataset.shown;
    const started = performance.now();
    press("ArrowRight");
    const look = () => (room.dataset.shown === before ? requestAnimationFrame(look) : resolve(performance.now() - started));
    look();
  }),

  // The longest that one frame works while a pen draws: events, the line, and the layout after it. What the machine
  // does between frames is not counted: it is no work of the page's.
  draw: async (count) => {
    document.querySelector('[data-do="pencil"]').click();
    const layer = document.querySelector(".mark-layer");
    const box = layer.getBoundingClientRect();
    layer.setPointerCapture = () => {};
    const send = (type, n) => layer.dispatchEvent(new PointerEvent(type, {
      pointerId: 1, pointerType: "pen", pressure: 0.6, button: 0, bubbles: true,
      clientX: box.left + 80 + (n % 700), clientY: box.top + 200 + 120 * Math.sin(n / 40) + n / 12,
    }));
    send("pointerdown", 0);
    let longest = 0;
    for (let n = 0; n < count; n += 20) {
      const worked = await work(() => {
        for (let each = n; each < n + 20; each += 1) send("pointermove", each);
      });
      longest = Math.max(longest, worked);
    }
    press("Escape");
    return longest;
  },

  // The usual time from frame to frame while the picture and all its markings move and grow.
  pan: () => new Promise((resolve) => {
    const frames = [];
    const steps = ["d", "+", "a", "-"];
    let last = performance.now();
    document.querySelector('[data-do="zoom-in"]').click();
    const look = (at) => {
      frames.push(at - last);
      last = at;
      if (frames.length % 8 === 0) press(steps[(frames.length / 8) % steps.length]);
      if (frames.length < 72) return requestAnimationFrame(look);
      document.querySelector('[data-do="fit"]').click();
      return resolve(middle(frames.slice(4)));
    };
    requestAnimationFrame(look);
  }),

  // The usual work of a frame in which one of many markings is dragged.
  drag: async () => {
    const mark = document.querySelector(".mark-layer .mark-catch");
    const layer = mark.closest(".mark-layer");
    layer.setPointerCapture = () => {};
    const box = mark.getBoundingClientRect();
    const send = (target, type, n) => target.dispatchEvent(new PointerEvent(type, {
      pointerId: 1, button: 0, bubbles: true, clientX: box.left + n, clientY: box.top + n,
    }));
    send(mark, "pointerdown", 0);
    const frames = [];
    for (let n = 1; n <= 40; n += 1) frames.push(await work(() => send(layer, "pointermove", n)));
    send(layer, "pointermove", 0);
    send(layer, "pointerup", 0);
    return middle(frames);
  },
};
