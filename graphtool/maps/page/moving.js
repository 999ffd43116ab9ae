// While the map is moved, the picture is moved rather than drawn: it was drawn wider than the screen, and is
// drawn anew when the map rests, when the picture no longer reaches, or when anything but the place changed.

const SLACK = 0.3;
// Two drawings at most so long apart, in milliseconds, are one movement.
const TOGETHER = 400;
const RESTED = 160;
let last = { key: "", x: 0, y: 0, at: -TOGETHER };
let wide = null;
let restDue = 0;

const pictureKey = (now) => [drawnKey(now.scale), now.width, now.height, chosen.from].join();

// Draws the moved picture and says so, or leaves it to be drawn anew.
function drawMoved(context, now, ratio) {
  const key = pictureKey(now);
  const time = performance.now();
  const isMoving = key === last.key && (now.x !== last.x || now.y !== last.y) && time - last.at < TOGETHER && !flow;
  if (!isMoving) wide = null;
  last = { key, x: now.x, y: now.y, at: time };
  if (!isMoving) return false;
  if (!wide || !reaches(wide, now)) wide = drawWide(now, ratio);
  context.drawImage(wide.canvas, now.x - wide.x, now.y - wide.y, wide.width, wide.height);
  now.bundled = wide.bundled;
  now.account = wide.account;
  now.boxes = wide.boxes.map((box) => ({ ...box, x: box.x + now.x - wide.x, y: box.y + now.y - wide.y }));
  clearTimeout(restDue);
  restDue = setTimeout(() => { last.at = -TOGETHER; redraw(); }, RESTED);
  last.at = performance.now();
  return true;
}

// Whether the picture covers the screen where it now lies.
const reaches = (picture, now) => now.x <= picture.x && now.y <= picture.y
  && now.x - picture.x + picture.width >= now.width && now.y - picture.y + picture.height >= now.height;

// The picture with a margin; `x` and `y` are where the map's origin would be with its corner in the screen's.
function drawWide(now, ratio) {
  const [left, top] = [Math.round(now.width * SLACK), Math.round(now.height * SLACK)];
  const larger = { ...now, x: now.x + left, y: now.y + top, width: now.width + 2 * left, height: now.height + 2 * top };
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(larger.width * ratio), Math.round(larger.height * ratio)];
  const context = canvas.getContext("2d", { alpha: false });
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = palette().page;
  context.fillRect(0, 0, larger.width, larger.height);
  painted = blank();
  paint(context, scene(larger), painted);
  return { canvas, x: larger.x, y: larger.y, width: larger.width, height: larger.height, bundled: larger.bundled, account: larger.account, boxes: larger.boxes };
}
