//! The file of settings: what is read of it, what is said of it, what is left of it when it is saved.

use crate::app::keys::{Refused, Why};
use crate::app::settings::{Item, NotSaved, Settings, Wrong, problem, read, written};
use crate::text::Arrows;
use crate::ui::{Key, ThemeName};
use crate::words::{Digits, Lang, Words};

fn words(lang: Lang) -> Words {
    Words::new(lang, Digits::Persian)
}

fn wrong(text: &str) -> Vec<(Option<usize>, Wrong)> {
    let problems = read(text).1.into_iter();
    problems.map(|problem| (problem.line, problem.wrong)).collect()
}

/// Settings that differ from the default in everything.
fn other() -> Settings {
    let mut settings = Settings::default();
    for item in Item::ALL {
        item.set(&mut settings, 1);
    }
    let kept = ("دیرکرد راه", "مسئول:\"اداره راه\" وضعیت:معوق");
    settings.filters = [kept]
        .map(|(name, filter)| (name.to_owned(), filter.to_owned()))
        .into();
    let keys = [("save", Key::f(6).shifted()), ("edit", Key::char('x'))];
    settings.keys = keys.map(|(name, key)| (name.to_owned(), vec![key])).into();
    settings
}

#[test]
fn a_first_file_says_every_setting_and_reads_as_it_was_written() {
    for lang in [Lang::Fa, Lang::En] {
        for settings in [Settings::default(), other()] {
            let text = written(None, &settings, &words(lang)).unwrap();
            assert_eq!(read(&text), (settings, Vec::new()), "{text}");
            for item in Item::ALL {
                assert!(text.contains(item.path().1), "{text}");
            }
            assert!(
                text.contains("save = [\"") && text.contains("# members = ["),
                "{text}"
            );
        }
    }
}

#[test]
fn what_is_behind_the_comment_signs_of_a_first_file_holds_when_they_are_taken_away() {
    let text = written(None, &Settings::default(), &words(Lang::Fa)).unwrap();
    let open = |line: &str| match line.strip_prefix("# ") {
        Some(rest) if rest.contains(" = ") => rest.to_owned(),
        _ => line.to_owned(),
    };
    let opened: Vec<String> = text.lines().map(open).collect();
    let (settings, problems) = read(&opened.join("\n"));
    assert_eq!(settings.digits, Some(Digits::Persian));
    assert!(settings.keys.len() > 40, "{:?}", settings.keys);
    assert_eq!(problems, []);
}

#[test]
fn a_file_keeps_its_comments_its_order_and_what_is_not_known_in_it() {
    let file = "# مال من\nmouse = true # همیشه\ncolour = 3\n\n[keys]\n# ثبت\nsave = [\"F2\"] # دو\n";
    let mut settings = read(file).0;
    settings.mouse = Some(false);
    settings.arrows = Arrows::Logical;
    settings.keys.insert("save".to_owned(), vec![Key::f(6).shifted()]);
    let text = written(Some(file), &settings, &words(Lang::Fa)).unwrap();
    assert_eq!(
        text,
        "# مال من\nmouse = false # همیشه\ncolour = 3\narrows = \"logical\"\n\n[keys]\n# ثبت\nsave = [\"shift-F6\"] # دو\n"
    );
    settings.keys.clear();
    settings.mouse = Some(true);
    let text = written(Some(&text), &settings, &words(Lang::Fa)).unwrap();
    assert!(
        text.starts_with("# مال من\nmouse = true # همیشه\ncolour = 3\n"),
        "{text}"
    );
    assert!(!text.contains("save"), "{text}");
}

#[test]
fn what_is_wrong_is_said_with_its_line_and_the_rest_holds() {
    let file = "theme = \"dark\"\nmouse = \"no\"\n\ncolour = 3\n[typing]\nclauses = 1\nguillemets = false\n[keys]\nsave = [\"F99\"]\nmembers = \"h\"\nmove = [\"x\"]\nfind = [3]\nedit = [\"ط\"]\n";
    let (settings, _) = read(file);
    assert_eq!(settings.theme, ThemeName::Dark);
    assert!(!settings.helps.guillemets && settings.helps.clauses.is_some() && settings.mouse.is_none());
    assert_eq!(settings.keys.keys().collect::<Vec<_>>(), ["edit"]);
    let found = wrong(file);
    let lines: Vec<usize> = found.iter().filter_map(|(line, _)| *line).collect();
    assert_eq!(lines, [2, 4, 6, 9, 10, 11, 12], "{found:?}");
    assert!(matches!(
        &found[4].1,
        Wrong::Keys(Refused {
            why: Why::Taken { .. },
            ..
        })
    ));
}

#[test]
fn a_file_that_is_no_toml_says_where_gives_the_default_and_is_not_written_over() {
    let file = "mouse = false\narrows = \n";
    assert_eq!(read(file).0, Settings::default());
    assert_eq!(wrong(file), [(Some(2), Wrong::NotToml)]);
    let saved = written(Some(file), &other(), &words(Lang::Fa));
    assert_eq!(saved, Err(NotSaved::Damaged(Some(2))));
}

#[test]
fn settings_of_any_shape_are_taken_or_refused_and_can_be_saved() {
    for file in [
        "",
        "\u{feff}mouse = false",
        "typing = 3",
        "keys = \"x\"",
        "[[keys]]\nsave = 3",
        "typing = { guillemets = false }",
        "typing.clauses = false",
        "[typing.more]\nx = 1",
        "mouse = 1979-05-27",
        "keys.save = 'F6'",
    ] {
        let text =
            written(Some(file), &other(), &words(Lang::En)).unwrap_or_else(|e| panic!("{file}: {e:?}"));
        assert_eq!(read(&text).0, other(), "{file} became\n{text}");
    }
}

#[test]
fn every_problem_has_a_sentence_in_both_languages() {
    let files = "mouse = 3\nx = 1\n[keys]\nsave = [\"F99\"]\nmembers = \"h\"\nmove = [\"x\"]\nfind = [3]\nno = \"x\"\nadd-guest = []\nadd = \"enter\"\nnext-field = \"x\"\n";
    let problems = read(files).1;
    assert_eq!(problems.len(), 10, "{problems:?}");
    for lang in [Lang::Fa, Lang::En] {
        for one in &problems {
            let said = problem(&words(lang), one);
            assert!(
                !said.contains("settings-") && !said.contains("keys-") && !said.contains('$'),
                "{said}"
            );
        }
    }
}
