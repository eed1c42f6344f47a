//! How things look: the roles that screens speak of, and the style of each, in sixteen colours, for a dark and for a
//! light ground, or without colours. Does not know what is shown.
//!
//! Dark and light speak in the 256 colours of xterm, which tmux, screen and PuTTY have too, and bring their own ground.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of the screen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Ordinary text.
    Plain,
    /// Heads, names, what the eye should find first.
    Strong,
    /// What matters less: labels, hints.
    Faint,
    /// Rules and borders.
    Rule,
    /// Every other row of a list.
    Band,
    /// The selected row.
    Selected,
    /// The tab one is in.
    Tab,
    /// A key in the key bar.
    Key,
    /// Present, saved.
    Good,
    /// Refused, failed, absent.
    Bad,
    /// What the secretary should look at.
    Warn,
    /// A resolution that is carried out.
    Done,
    /// One that is open and has time.
    InTime,
    /// One that is overdue.
    Late,
    /// The empty ground of a field that is typed into.
    Field,
    /// Selected text in an editor.
    Chosen,
    /// Words that were looked for, where they were found.
    Found,
    /// What cannot be read in a field.
    Wrong,
}

impl Role {
    /// All roles.
    pub const ALL: [Role; 18] = [
        Role::Plain,
        Role::Strong,
        Role::Faint,
        Role::Rule,
        Role::Band,
        Role::Selected,
        Role::Tab,
        Role::Key,
        Role::Good,
        Role::Bad,
        Role::Warn,
        Role::Done,
        Role::InTime,
        Role::Late,
        Role::Field,
        Role::Chosen,
        Role::Found,
        Role::Wrong,
    ];
}

/// Which colours are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeName {
    /// Those of the sixteen that show on a dark and on a light ground.
    #[default]
    Sixteen,
    /// For a dark ground.
    Dark,
    /// For a light ground.
    Light,
}

/// Styles for the roles. With sixteen colours and with none the terminal's own ground shows: it is never set but for
/// the selection, and only those of the sixteen are used that show on a dark and on a light one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// No colours (NO_COLOR): bold, underlined and reversed only.
    pub no_color: bool,
    /// Which colours, where there are some.
    pub name: ThemeName,
}

impl Theme {
    /// What every cell has before something is painted on it.
    pub fn ground(self) -> Style {
        match self.palette() {
            Some(palette) => Style::new().fg(palette.text).bg(palette.ground),
            None => Style::new(),
        }
    }

    /// The style of a role, to be painted on the ground.
    pub fn style(self, role: Role) -> Style {
        match (self.palette(), self.no_color) {
            (Some(palette), _) => palette.style(role),
            (None, true) => plain(role),
            (None, false) => sixteen(role),
        }
    }

    fn palette(self) -> Option<&'static Colours> {
        match self.name {
            _ if self.no_color => None,
            ThemeName::Sixteen => None,
            ThemeName::Dark => Some(&DARK),
            ThemeName::Light => Some(&LIGHT),
        }
    }
}

fn plain(role: Role) -> Style {
    let style = Style::new();
    match role {
        Role::Plain | Role::InTime | Role::Band => style,
        Role::Faint | Role::Rule => style.add_modifier(Modifier::DIM),
        Role::Strong | Role::Good | Role::Done | Role::Key | Role::Warn => style.add_modifier(Modifier::BOLD),
        Role::Bad | Role::Late | Role::Found => {
            style.add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED))
        }
        Role::Wrong => style
            .add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED))
            .remove_modifier(Modifier::DIM),
        // Reversed and faint together would make stripes of a row.
        Role::Selected | Role::Tab | Role::Chosen => style
            .add_modifier(Modifier::REVERSED)
            .remove_modifier(Modifier::DIM),
        Role::Field => style.add_modifier(Modifier::UNDERLINED.union(Modifier::DIM)),
    }
}

fn sixteen(role: Role) -> Style {
    let style = Style::new();
    match role {
        Role::Good | Role::Done => style.fg(Color::Green),
        Role::Bad | Role::Late => style.fg(Color::Red).add_modifier(Modifier::BOLD),
        Role::Wrong => plain(role).fg(Color::Red),
        Role::Warn => style.fg(Color::Magenta).add_modifier(Modifier::BOLD),
        Role::Key => style.fg(Color::Blue).add_modifier(Modifier::BOLD),
        Role::Selected | Role::Tab => {
            let lit = style.fg(Color::White).bg(Color::Blue);
            lit.remove_modifier(Modifier::DIM)
        }
        other => plain(other),
    }
}

/// The colours of a theme with its own ground.
struct Colours {
    ground: Color,
    band: Color,
    text: Color,
    strong: Color,
    faint: Color,
    rule: Color,
    key: Color,
    good: Color,
    bad: Color,
    warn: Color,
    in_time: Color,
    /// Text and ground of the selected row.
    selected: (Color, Color),
    /// Text and ground of the open tab.
    tab: (Color, Color),
    /// Text and ground of selected text.
    chosen: (Color, Color),
}

const DARK: Colours = Colours {
    ground: Color::Indexed(234),
    band: Color::Indexed(235),
    text: Color::Indexed(252),
    strong: Color::Indexed(231),
    faint: Color::Indexed(247),
    rule: Color::Indexed(240),
    key: Color::Indexed(110),
    good: Color::Indexed(114),
    bad: Color::Indexed(210),
    warn: Color::Indexed(179),
    in_time: Color::Indexed(152),
    selected: (Color::Indexed(231), Color::Indexed(238)),
    tab: (Color::Indexed(234), Color::Indexed(110)),
    chosen: (Color::Indexed(231), Color::Indexed(60)),
};

const LIGHT: Colours = Colours {
    ground: Color::Indexed(231),
    band: Color::Indexed(255),
    text: Color::Indexed(236),
    strong: Color::Indexed(16),
    faint: Color::Indexed(242),
    rule: Color::Indexed(250),
    key: Color::Indexed(25),
    good: Color::Indexed(22),
    bad: Color::Indexed(124),
    warn: Color::Indexed(94),
    in_time: Color::Indexed(24),
    selected: (Color::Indexed(16), Color::Indexed(153)),
    tab: (Color::Indexed(231), Color::Indexed(25)),
    chosen: (Color::Indexed(16), Color::Indexed(152)),
};

impl Colours {
    fn style(&self, role: Role) -> Style {
        let style = Style::new();
        let pair = |(text, ground)| style.fg(text).bg(ground);
        match role {
            Role::Plain => style.fg(self.text),
            Role::Strong => style.fg(self.strong).add_modifier(Modifier::BOLD),
            Role::Faint => style.fg(self.faint),
            Role::Rule => style.fg(self.rule),
            Role::Band => style.bg(self.band),
            Role::Selected => pair(self.selected),
            Role::Tab => pair(self.tab),
            Role::Key => style.fg(self.key),
            Role::Good | Role::Done => style.fg(self.good),
            Role::Bad | Role::Late => style.fg(self.bad).add_modifier(Modifier::BOLD),
            Role::Warn => style.fg(self.warn),
            Role::InTime => style.fg(self.in_time),
            Role::Field => style.fg(self.rule).add_modifier(Modifier::UNDERLINED),
            Role::Chosen => pair(self.chosen),
            Role::Found => {
                let lit = style.fg(self.strong);
                lit.add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED))
            }
            Role::Wrong => {
                let lit = style.fg(self.bad);
                lit.add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The red, green and blue of one of xterm's 256 colours above the sixteen (256colres.h).
    fn rgb(color: Option<Color>) -> [u8; 3] {
        match color {
            Some(Color::Indexed(n @ 16..=231)) => {
                let cube = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
                let n = n - 16;
                [cube(n / 36), cube(n / 6 % 6), cube(n % 6)]
            }
            Some(Color::Indexed(n @ 232..)) => [8 + 10 * (n - 232); 3],
            other => panic!("{other:?} is none of the 256 colours that look the same everywhere"),
        }
    }

    /// Relative luminance (WCAG 2.2).
    fn luminance(color: Option<Color>) -> f64 {
        let linear = rgb(color).map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    /// Contrast ratio (WCAG 2.2).
    fn contrast(style: Style) -> f64 {
        let (a, b) = (luminance(style.fg), luminance(style.bg));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_of_every_role_stands_out_from_every_ground_it_is_painted_on() {
        for name in [ThemeName::Dark, ThemeName::Light] {
            let theme = Theme {
                no_color: false,
                name,
            };
            for ground in [theme.ground(), theme.ground().patch(theme.style(Role::Band))] {
                for role in Role::ALL {
                    // Rules and the ground of fields are no text; they must be seen, not read.
                    let needed = match role {
                        Role::Rule | Role::Field => 1.5,
                        _ => 4.5,
                    };
                    let found = contrast(ground.patch(theme.style(role)));
                    assert!(found >= needed, "{role:?} in {name:?}: {found:.2}");
                }
            }
        }
    }

    #[test]
    fn without_colours_there_is_no_colour_whatever_the_theme() {
        for name in [ThemeName::Sixteen, ThemeName::Dark, ThemeName::Light] {
            let theme = Theme { no_color: true, name };
            let styles = Role::ALL.map(|role| theme.style(role));
            for style in styles.into_iter().chain([theme.ground()]) {
                assert_eq!((style.fg, style.bg), (None, None));
            }
        }
    }

    #[test]
    fn with_sixteen_colours_the_ground_is_set_for_the_selection_alone() {
        let theme = Theme::default();
        assert_eq!(theme.ground(), Style::new());
        for role in Role::ALL {
            let selected = matches!(role, Role::Selected | Role::Tab);
            assert_eq!(theme.style(role).bg.is_some(), selected, "{role:?}");
            assert!(!matches!(theme.style(role).fg, Some(Color::Indexed(_))));
        }
    }
}
