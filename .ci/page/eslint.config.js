import js from "@eslint/js";

/** What would make the joined script mean something else, and state outside `state.js`. */
const REFUSED = [
  ["Program > VariableDeclaration[kind!='const']", "State belongs in state.js; what a module keeps is a constant."],
  ["ExportNamedDeclaration > VariableDeclaration[kind!='const']", "What is exported does not change."],
  ["ExportDefaultDeclaration, ExportAllDeclaration, ExportSpecifier", "Export where it is declared."],
  ["ImportNamespaceSpecifier, ImportDefaultSpecifier", "Import by name."],
].map(([selector, message]) => ({ selector, message }));

export default [
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-restricted-syntax": ["error", ...REFUSED],
      "no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "no-undef": "off", // the compiler knows the browser's names
      "consistent-return": "error",
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "max-len": ["error", { code: 120, ignoreStrings: false }],
      "max-lines": ["error", 200],
      "no-duplicate-imports": "error",
      "no-else-return": "error",
      "no-implicit-coercion": "error",
      "no-shadow": "error",
      "no-useless-return": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-arrow-callback": "error",
      "prefer-const": "error",
      "prefer-template": "off",
      quotes: ["error", "double", { avoidEscape: true }],
      semi: "error",
      "sort-imports": ["error", { ignoreCase: true, ignoreDeclarationSort: true }],
    },
  },
];
