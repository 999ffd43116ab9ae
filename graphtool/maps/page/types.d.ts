// What the page reads (the wire form: `maps.pagedata` and the views write it) and what its modules hand
// to each other. Places of nodes, edges and hulls are their positions in the open view's lists.

type Theme = "light" | "dark" | "bw";
/** In each of `PageData.languages`. */
type Words = string[];
/** First and last stop of each stretch in which something is there. */
type Spans = [number, number][];
/** A flat line [x0, y0, x1, y1, ...]. */
type Line = number[];
/** x, y, width, height. */
type Rectangle = [number, number, number, number];
/** left, top, right, bottom. */
type Bounds = [number, number, number, number];
type Point = [number, number];
type Polygon = Point[];
type Change = "added" | "removed" | "changed";
/** Source, target and relation. */
type Triple = [string, string, string];

interface Xy { x: number; y: number }
interface Box extends Xy { w: number; h: number }

// --- The wire form.

interface Source { document?: string; line?: number; quote?: string }

/** First and last day, as they were said. */
interface Period { valid_from?: string; valid_to?: string }

interface Dated extends Period { when?: Spans }

interface Assertion extends Source, Dated {
  modality: string; share?: number; amount?: number; currency?: string; status?: string; note?: string;
  carried_from?: string;
}

interface Fact extends Source, Period { property: string; value?: string; unit?: string; note?: string }

/** A field of a node or an edge, what it was and is, and the property of a fact. */
type FieldChange = [string, unknown, unknown, string?];

interface Comparable { change?: Change; was?: FieldChange[] }

/** What a node that stands for a group holds. */
interface Card {
  kinds: Record<string, number>; nodes?: number; shown?: number; joined?: number; sheet?: string;
}

/** What a node that stands for several holds, of how many which grade at each stop, and the view that it opens into. */
interface Fold {
  nodes: string[]; kinds: Record<string, number>; marks?: Record<string, number>[]; sheet: string;
  /** The kinds that it is called by. */
  named: string[];
  /** Of each of its nodes the kind's place in the vocabulary, the view's places that it concerns, and how nearly
   * somebody answers for it at each stop, once where always as nearly. */
  each: [number, number[], ...string[]][];
}

interface WireNode extends Source, Dated, Comparable {
  id: string; label: string; kind: string; subkind?: string; names?: Record<string, string>; years?: string;
  aliases?: string[]; note?: string; facts?: Fact[];
  /** Folded for the search. */
  find: string;
  x: number; y: number;
  /** Width and height of the label's room, and whether it lies below the symbol. */
  room: [number, number, number];
  /** The column of a matrix that it heads: its symbol, how long and how broad its turned words may be. */
  head?: [number, number, number, number];
  size?: number; value?: number; places?: number[]; tint?: string; mark?: string; marks?: string[]; card?: Card;
  fold?: Fold;
}

/** What a party shares with another, or stands for. */
interface Tie { weight?: number; shared?: string[]; circle?: boolean }

/** What an edge that is worked out is at some stops. */
interface Derived extends Tie { modality?: string }

interface EdgeFields extends Tie, Comparable {
  when?: Spans; corners?: Line; rest?: "placed" | "waiting"; over?: [number, number, Derived][];
  /** Of a line that stands for several edges: how many, and how many of each pair of kinds. */
  count?: number; split?: number[];
  /** How many edges a line to or from what is folded stands for at each stop, once where always as many. */
  stands?: number[];
  /** Those edges: of both ends the place in what is folded, -1 where it is not, and when. */
  each?: [number, number, Spans?][];
  /** The view's places whose tie it is: both of its ends are kept where one of them is chosen. */
  places?: number[];
}

type WireEdge = [string, string, string, string, Assertion[], EdgeFields];

interface WireHull {
  box: Rectangle; nodes: string[]; root?: string; title?: Words; depth: number; inside: number; cluster?: boolean;
  outline?: Line;
}

interface Place { id: string; label: string; kind: string; names?: Record<string, string>; years?: string }

interface Involved extends Source { through?: string }

interface View {
  view: string; title: Words; purpose: Words; nodes: WireNode[]; edges: WireEdge[]; passing: WireEdge[];
  lines?: number[][]; strands: [[number, number], Line, number[]][]; hulls: WireHull[]; headings: [number, number, number, Words][]; areas: [string, Point[][]][];
  /** Lines between the rows and columns of a matrix; none for what is no matrix. */
  grid: Line[];
  size: [number, number]; places: Place[]; activities: Record<string, { name: string; who: Record<string, Involved> }>;
  stops: string[]; followed?: [string, string][]; tints: Record<string, Record<Theme, string> & { label: Words }>;
  sizes: Words | null; total: [number, number]; compared: number;
  groups?: { rule: Words; nodes: number; edges: number; held: number };
  part?: { above: string; trimmed?: number };
}

interface KindLook {
  label: Words; plural: Words; shape: string; subkinds: Record<string, Words>; fill: Record<Theme, string>;
}

interface LineLook { family: string; width: number; arrow: string; dash: number[] }

/** In a matrix it is a letter, or a shape. */
interface RelationLook extends LineLook {
  label: Words; inverse: Words; undirected: boolean; letter?: Words; sign?: string;
}

interface Sign { label: Words; shape: string; colour: string }

interface Finding {
  key: string; text: Words; nodes: string[]; edges: Triple[]; shown: Record<string, number>;
}

/** A picture that a step of a story asks for. */
interface Asked {
  view: string; finding?: string; hide?: string[]; hideRel?: string[]; steps?: number; theme?: Theme; year?: string;
  mun?: string[]; edge?: Triple; from?: string; to?: string; node?: string;
}

interface Step { title: Words; text: Words; state: Asked }

interface PageData extends View {
  meta: {
    title: Words; lang: string; theme: Theme; asOf: string; notes: Words[]; why: Words | null; unread: Words[];
    sheets: [string, Words, Words][]; below: [string, Words][]; findings: Finding[] | null; story: Step[];
    before: Words;
    /** Which municipalities the map is cut down to, and how much is left out. */
    narrowed: Words | null;
  };
  /** Of long words, after how many letters they may be broken: at joints, then between syllables. */
  breaks: Record<string, number[][]>;
  documents: Record<string, { title?: string; file?: string; url?: string; date?: string }>;
  kinds: Record<string, KindLook>; relations: Record<string, RelationLook>; modalities: Record<string, Words>;
  statuses: Record<string, Words>; grades: Record<string, Sign>; changes: Record<Change, Sign>; languages: string[];
  texts: Record<string, Words>; facts: Record<string, Words>; fold: Record<string, string>;
  borders: Record<string, number[] | null>;
  shapes: Record<string, Polygon>; arrows: Record<string, Polygon>; marks: Record<string, string>; radius: number;
  // In a matrix: between the signs of a cell, half the height of one, and of this half its width and its letters.
  cell: { step: number; half: number; broad: number; letters: number };
  colours: Record<Theme, Record<string, string>>;
}

// --- The open view's graph.

interface GraphNode extends WireNode { hull: number; moved?: boolean }

interface GraphEdge extends EdgeFields {
  k: number; s: number; t: number; relation: string; modality: string; assertions: Assertion[];
  /** All edges between the same two, itself included. */
  beside: GraphEdge[];
  /** Its assertions and modality in all of time. */
  ever?: { assertions: Assertion[]; modality: string };
}

interface Hull extends Omit<WireHull, "root"> {
  root: number; members: number[];
  /** Its box and outline as far as it is filled. */
  now: Rectangle | null; edge: Line | null;
}

interface Path { nodes: number[]; edges: number[] }

interface Emphasis {
  nodes: Set<number>; edges: Set<number>;
  /** Edges that stand out together, in the line that stands for them. */
  strand?: Set<number>;
}

/** A line that stands for several edges, chosen: those, and the two hulls that it joins. */
interface Strand { ends: [number, number]; edges: number[] }

interface Highlighted extends Emphasis { finding: string; turn: number }

/** Edges of a pair of which one end stands for a group. */
interface MetaEdge { a: number; b: number; k: number; edges: GraphEdge[]; n: number; drawn: boolean }

/** Edges between two hulls, the line that stands for them, and where on it their number is looked for first. */
interface Bundle { ends: [number, number]; line: Line; edges: GraphEdge[]; first?: number }

/** A node of a view that is not open: the view, its place there, its folded names. */
interface Hit { sheet: string; place: number; find: string }

// --- The picture.

/** How the edges are drawn; see `newTally`. */
interface Tally {
  single: number; leaving: number; gathered: number; unnumbered: number; inside: number; placed: number; covered: number; others: number; waiting: number;
  relations: Record<string, number>;
}

/** The number of a line that stands for several edges, and where it stands once it is drawn. */
interface LineCount { points: Line; n: number; stands: GraphEdge[]; left?: number; first?: number; box?: Box }

interface Camera extends Xy { scale: number; width: number; height: number }

/** One drawing of the map: where the camera was, and what was drawn. */
interface Frame extends Camera {
  labels: (Box & { i: number, size: number })[]; bundled: boolean; tally: Tally | null; counts: LineCount[];
}

interface Stroke { stroke?: string; fill?: string; width?: number; dash?: number[] | undefined }

interface PathItem extends Stroke {
  is: "line" | "shape"; points: Line; node?: number; edge?: number; stands?: GraphEdge[];
}

interface TextItem extends Xy {
  is: "text"; text: string; size: number; bold?: boolean; fill: string; halo?: string | null;
  anchor: "start" | "middle" | "end"; counts?: GraphEdge[];
  /** Read upwards. */
  turned?: boolean;
}

interface GroupItem extends Xy { is: "group"; items: PathItem[] }

type Item = PathItem | TextItem | GroupItem;

/** A legend on paper: headings, and rows of a sign at a place, a text and a count. */
type LegendSign = (x: number, y: number) => (PathItem | TextItem)[];
type LegendSection = [string, [LegendSign, string, number | string][]];

interface Label {
  lines: string[]; box: Box; x: number; size: number; leading: number; bold: boolean; halo: string;
  anchor: "start" | "middle";
}

interface DrawnEdge { line: Line; head: Line | null; middle: Xy; look: RelationLook }

interface EdgeShapes { items: PathItem[]; head: PathItem[]; box: Bounds; edge: GraphEdge; isStrong: boolean }

interface Painted { edges: Set<number>; lines: number[][]; numbered: number[][] }

interface Wide extends Frame { canvas: HTMLCanvasElement }

/** Nodes that move from one place to another, since when; and those on their way back. */
interface Transition { ways: { i: number; to: number; away: boolean }[]; began: number; back: Set<number> }

// --- vis-network, as far as it is used.

interface VisNetwork {
  getScale(): number; getViewPosition(): Xy; getPosition(id: string): Xy; redraw(): void; unselectAll(): void;
  selectNodes(ids: string[]): void; setData(data: object): void; moveTo(target: object): void;
  on(event: string, told: (event: any) => void): void;
  listeners(event: string): (() => void)[];
  view: { easingTime: number; viewFunction: () => void };
  renderer: { renderRequests: number; renderTimer: number };
  body: { emitter: { off(event: string, told: () => void): void; emit(event: string): void } };
}

declare const vis: {
  DataSet: new (rows: object[]) => object;
  Network: new (stage: HTMLElement, data: object, options: object) => VisNetwork;
};

interface Window { graphtool: object }
