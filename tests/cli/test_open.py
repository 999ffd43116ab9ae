"""`graphtool open`: what it refuses before it listens."""


def test_the_command_refuses_what_it_cannot_watch(run, english, tmp_path):
    for source, said in {
        tmp_path / "gone.xlsx": "no such file or folder",
        "bolt://localhost": "a database is not watched",
    }.items():
        refused = run("open", source, "--no-browser")
        assert (refused.code, refused.out) == (2, "")
        assert said in refused.err
    (tmp_path / "goals.csv").write_text("id,name\ng,Vekst\n", encoding="utf-8")
    assert "is no date" in run("open", tmp_path, "--as-of", "i fjor").err
