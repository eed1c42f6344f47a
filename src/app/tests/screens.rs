//! What every screen looks like: at three sizes, in both languages, and in which styles. One file a screen.
//! To add a screen, add a line to `SCREENS`.

use super::desk::Desk;
use crate::app::view;
use crate::ui::{Ground, Theme, ThemeName};
use crate::words::Lang;
use insta::assert_snapshot;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

/// Name, and the keys that lead there from the list of sessions.
pub(super) const SCREENS: &[(&str, &str)] = &[
    ("sessions", ""),
    ("sessions-found", "fهفتمين"),
    ("details", "<Down>1"),
    ("agenda", "<Down>2"),
    ("roll-call", "<Down>3"),
    ("notes", "<Down>4"),
    ("note", "<Down>4<Enter>"),
    ("resolutions", "<Down>5"),
    ("raw-text", "<Down><Down>6"),
    ("resolution", "<Down>5<Enter>"),
    ("open-resolutions", "o"),
    ("lookup", "<F7>آب"),
    ("lookup-three-rows", "<F7>آب<F5>"),
    ("lookup-offers", "<F7>کنتور وضعیت:"),
    ("lookup-wrong", "<F7>آب رنگ:آبی"),
    ("filter-name", "<F7>آب<F2>تشنه"),
    ("board-organisation", "oo"),
    ("board-week", "ooo"),
    ("board-session", "oooo"),
    ("board-folded", "ooo[a"),
    ("form-follow-up", "op"),
    ("form-reminder", "ook"),
    ("form-extension-several", "oo<Tab>l"),
    ("follow-up", "o<Enter><Down>"),
    ("members", "w"),
    ("organisations", "w2"),
    ("bodies", "w3"),
    ("layout", "w3o"),
    ("history", "h"),
    ("figures-year", "gy<Down><Down>"),
    ("figures-map", "gy2<Down><Left>"),
    ("figures-chart", "gy2k<Left>"),
    ("figures-execution", "gy3<Right><Right>"),
    ("figure-rows", "gy<Down><Enter>"),
    ("figure-rows-seats", "gy2<Enter>"),
    ("form-resolution", "<Down>5e"),
    ("form-session", "<Down>e<Tab>"),
    ("form-mark", "<Down>3<Down><Down>k"),
    ("help", "<Down>5?"),
    ("question", "<Down>5d"),
    ("commands", "<Down>5:"),
    ("commands-found", "<Down>5:lw,f"),
    ("jump", "/"),
    ("jump-found", "/آب"),
    ("settings", "z"),
    ("go", "<Down>5<Enter>g"),
    ("resolutions-chosen", "<Down>5 <Down> "),
    ("open-chosen", "o "),
    ("clauses", "<Down><Down>5<Down><Enter><Down><Down>"),
    ("form-clause", "<Down><Down>5<Down><Enter><Down><Down><Enter>"),
    ("extended", "<Down><Down>5<Down><Down><Enter>"),
    ("form-extension", "<Down><Down>5lیک ماه"),
    ("form-alike", "<Down>5e<Tab>"),
    ("alike", "<Down>5e<Tab><C-o>"),
    ("form-followed", "<Down>5e<C-k><Enter>"),
    ("pick-followed", "<Down>5e<S-Tab><C-k>"),
    ("split", "<Down><Down>5<Down>t"),
    ("roll-letters", "<Down>3fبه"),
    ("talk", "<Down><Down>4"),
    ("form-note", "<Down><Down>4aلی"),
    ("form-note-phrase", "<Down><Down>4aلی<Enter>گفت که مق"),
    ("form-agenda-item", "<Down>2e"),
    ("form-session-new", "a"),
    ("invitation", "<Down>1i"),
    ("review", "<Down>1p"),
    ("form-answer", "<Down>1pp"),
    ("read-back", "<Down>1f"),
    ("read-back-sum", "<Down>1f <Left><Left>"),
    ("closing", "<Down>1s"),
    ("form-signing", "<Down>1ss"),
    ("final", "gk"),
    ("details-final", "1"),
    ("corrections", "gt"),
    ("form-correction", "5w"),
    ("form-notification", "1h"),
    ("giving", "<F9>"),
    ("import-file", "ga"),
    ("import", "gaminutes.txt<Enter>"),
    ("import-answered", "gaminutes.txt<Enter>134<Down><Down>"),
];

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (60, 16)];

#[test]
fn every_screen_at_every_size_in_both_languages_and_all_its_styles() {
    for (name, keys) in SCREENS {
        assert_snapshot!(*name, of_all_sizes(keys));
    }
}

#[test]
fn a_screen_that_is_too_small_says_what_it_needs() {
    assert_snapshot!(Desk::new(Lang::Fa, 40, 8).screen());
}

fn of_all_sizes(keys: &str) -> String {
    let mut parts = Vec::new();
    for (columns, rows) in SIZES {
        for lang in [Lang::Fa, Lang::En] {
            let mut desk = Desk::new(lang, columns, rows);
            let shown = match (desk.press(keys), lang, columns) {
                (desk, Lang::Fa, 80) => desk.screen(),
                (desk, ..) => desk.visual(),
            };
            parts.push(format!("=== {lang:?} {columns}×{rows}\n{shown}"));
        }
    }
    for (look, no_color, name, ground) in [
        ("an own dark ground", false, ThemeName::Own, Ground::Dark),
        ("dark", false, ThemeName::Dark, Ground::Unknown),
        ("light", false, ThemeName::Light, Ground::Unknown),
        ("no colours", true, ThemeName::Own, Ground::Dark),
    ] {
        let mut desk = Desk::persian();
        desk.press(keys).model.look.theme = Theme {
            no_color,
            name,
            ground,
            ..Theme::default()
        };
        parts.push(format!("=== Fa 80×24, {look}\n{}", styles(&desk)));
    }
    parts.join("\n")
}

/// A letter for the style of each cell, and what the letters mean; the ground is a dot.
pub(super) fn styles(desk: &Desk) -> String {
    let (columns, rows) = (desk.model.setup.columns, desk.model.setup.rows);
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    view(&desk.model, &mut buffer);
    let ground = desk.model.look.theme.ground();
    let text = desk.model.look.theme.style(crate::ui::Role::Plain);
    let ground = [in_words(ground), in_words(ground.patch(text))];
    let mut found: Vec<String> = Vec::new();
    let mut lines = Vec::new();
    for y in 0..rows {
        let line: String = (0..columns)
            .map(|x| {
                let style = in_words(buffer[(x, y)].style());
                if ground.contains(&style) {
                    return '.';
                }
                let at = found.iter().position(|one| *one == style).unwrap_or_else(|| {
                    found.push(style);
                    found.len() - 1
                });
                char::from(b'a' + u8::try_from(at).unwrap())
            })
            .collect();
        lines.push(line);
    }
    let legend = found
        .iter()
        .zip('a'..)
        .map(|(style, letter)| format!("{letter} {style}"));
    lines.extend(legend);
    lines.join("\n")
}

fn in_words(style: Style) -> String {
    let color = |color: Option<Color>| match color {
        None | Some(Color::Reset) => "-".to_owned(),
        Some(color) => color.to_string(),
    };
    let modifiers = style.add_modifier.difference(Modifier::empty());
    format!("{} on {} {modifiers:?}", color(style.fg), color(style.bg))
}
