"""The page's modules: joined in the order of their imports, or refused with a reason."""

from __future__ import annotations

import re

import pytest

from graphtool.maps import modules, network
from graphtool.maps.modules import ModuleError, join

USES = 'import {{ {names} }} from "./{origin}.js";\n'


def uses(origin: str, *names: str) -> str:
    return USES.format(names=", ".join(names), origin=origin)


def test_each_module_comes_after_those_that_it_imports():
    made = join(
        {
            "main": uses("top", "top") + uses("low", "low") + "top(low);\n",
            "top": uses("low", "low") + "export function top() { return low; }\n",
            "low": "export const low = 1;\n",
        },
        "main",
    )
    assert made.split("\n")[2:5] == [
        "const low = 1;",
        "function top() { return low; }",
        "top(low);",
    ]


def test_names_may_stand_on_several_lines():
    source = 'import {\n  one, two,\n  three,\n} from "./low.js";\n'
    assert modules.parse("main", source).imports == {"low": ("one", "two", "three")}


def test_no_word_of_modules_is_left_in_the_script():
    script = modules.script(network.PAGE)
    assert not re.search(r"^\s*(import|export)\b", script, re.MULTILINE)
    assert script.startswith('(() => {\n"use strict";\n')


def test_every_file_is_in_the_page():
    script = modules.script(network.PAGE)
    for path in network.PAGE.glob("*.js"):
        assert path.read_text(encoding="utf-8").split("\n")[0] in script


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ({"main": uses("other", "x")}, "main imports other, which is not there"),
        ({"main": uses("low", "x"), "low": "const x = 1;\n"}, "imports x, which low does not exp"),
        (
            {"main": uses("low", "x"), "low": "export const y = 1;\n"},
            "imports x, which low does no",
        ),
        (
            {
                "main": uses("one", "a"),
                "one": uses("two", "b") + "export const a = 1;\n",
                "two": uses("one", "a") + "export const b = 1;\n",
            },
            "in a circle: main -> one -> two -> one",
        ),
        ({"main": uses("main", "a") + "export const a = 1;\n"}, "in a circle: main -> main"),
        (
            {
                "main": uses("low", "a") + "const b = 1;\n",
                "low": "export const a = 1;\nlet b = 2;\n",
            },
            "b is declared in main and in low",
        ),
        (
            {
                "main": uses("low", "a") + "function b() {}\n",
                "low": "export const a = 1;\nasync function b() {}\n",
            },
            "b is declared in main and in low",
        ),
        ({"main": "", "idle": ""}, "nobody imports idle"),
        ({"main": "const { a } = window;\n"}, "takes one name"),
        ({"main": "export let a = 1;\n"}, "cannot join 'export let a = 1;'"),
        ({"main": "export default 1;\n"}, "cannot join 'export default 1;'"),
        ({"main": "const a = 1;\nexport { a };\n"}, "cannot join 'export { a };'"),
        ({"main": 'import * as low from "./low.js";\n', "low": ""}, "cannot join 'import [*] as"),
        ({"main": 'import "./low.js";\n', "low": ""}, "cannot join 'import \"./low.js\";'"),
        ({"main": 'import { a as b } from "./low.js";\n', "low": ""}, "cannot import 'a as b'"),
        ({"main": 'const a = import("./low.js");\n', "low": ""}, "cannot join 'import[(]'"),
    ],
)
def test_what_cannot_be_joined_is_refused_with_a_reason(sources, message):
    with pytest.raises(ModuleError, match=message):
        join(sources, "main")


def test_what_a_module_exports_another_imports():
    read = {path.stem: path.read_text(encoding="utf-8") for path in network.PAGE.glob("*.js")}
    parsed = {name: modules.parse(name, source) for name, source in read.items()}
    taken = {
        name for module in parsed.values() for part in module.imports.values() for name in part
    }
    exported = {name for module in parsed.values() for name in module.exported}
    assert exported == taken


def test_the_order_of_files_does_not_matter():
    read = {path.stem: path.read_text(encoding="utf-8") for path in network.PAGE.glob("*.js")}
    backwards = dict(reversed(read.items()))
    assert join(backwards, "main") == join(read, "main")
