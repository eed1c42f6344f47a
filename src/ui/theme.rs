//! How things look: the roles that screens speak of, and the style of each, on the terminal's own ground, on a dark or a
//! light one, or without colours. Does not know what is shown.
//!
//! Colours are those of the cube and the greys of xterm's 256, which tmux, screen and PuTTY have too. The first sixteen
//! are used nowhere: what they look like is up to each terminal, and letters in them can often not be read.

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
    /// Those that can be read on the terminal's own ground.
    #[default]
    Own,
    /// For a dark ground.
    Dark,
    /// For a light ground.
    Light,
}

/// The ground that a terminal has by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// Nobody knows it, or no set of colours can be read on it.
    #[default]
    Unknown,
    /// One on which the colours for a dark ground can be read.
    Dark,
    /// One on which the colours for a light ground can be read.
    Light,
}

/// The brightest ground, by its relative luminance, on which every letter in the colours for a dark one has the contrast
/// that text needs (4.5), and the darkest for a light one.
const DARK_UP_TO: f64 = 0.05;
const LIGHT_FROM: f64 = 0.776;

impl Ground {
    /// The one of this colour: red, green and blue of the sRGB space.
    pub fn of(colour: [u8; 3]) -> Ground {
        match luminance(colour) {
            dark if dark <= DARK_UP_TO => Ground::Dark,
            light if light >= LIGHT_FROM => Ground::Light,
            _ => Ground::Unknown,
        }
    }
}

/// Relative luminance of a colour of the sRGB space (WCAG 2.2).
fn luminance(colour: [u8; 3]) -> f64 {
    let linear = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        match part <= 0.04045 {
            true => part / 12.92,
            false => ((part + 0.055) / 1.055).powf(2.4),
        }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

/// Styles for the roles. With the terminal's own ground that is never set but for what is selected, and as long as
/// nobody knows it, and without colours, weight, lines and reversed cells say everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// No colours (NO_COLOR): bold, underlined and reversed only.
    pub no_color: bool,
    /// Which colours, where there are some.
    pub name: ThemeName,
    /// The terminal's own ground.
    pub ground: Ground,
    /// Whether decoration is left out, since the line to the terminal is slow: a ground of the theme's own, marks beside
    /// lists, all of a selected row but its start.
    pub is_spare: bool,
}

impl Theme {
    /// What every cell has before something is painted on it.
    pub fn ground(self) -> Style {
        match self.palette() {
            Some(palette) if self.has_own_ground() => Style::new().fg(palette.text).bg(palette.ground),
            _ => Style::new(),
        }
    }

    fn has_own_ground(self) -> bool {
        self.name != ThemeName::Own && !self.is_spare
    }

    /// The style of a role, to be painted on the ground.
    pub fn style(self, role: Role) -> Style {
        match self.palette() {
            None => plain(role),
            Some(palette) if self.has_own_ground() => palette.style(role),
            Some(palette) => palette.on_own_ground(role),
        }
    }

    fn palette(self) -> Option<&'static Colours> {
        if self.no_color {
            return None;
        }
        match (self.name, self.ground) {
            (ThemeName::Dark, _) if self.has_own_ground() => Some(&DARK),
            (ThemeName::Light, _) if self.has_own_ground() => Some(&LIGHT),
            (_, Ground::Unknown) => None,
            (_, Ground::Dark) => Some(&DARK),
            (_, Ground::Light) => Some(&LIGHT),
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
    /// A style on the terminal's own ground: its own letters are ordinary text there, and no row gets a ground but what
    /// is selected.
    fn on_own_ground(&self, role: Role) -> Style {
        match role {
            Role::Plain | Role::Band | Role::Faint | Role::Rule | Role::Field | Role::Strong => plain(role),
            Role::Selected | Role::Tab | Role::Chosen => self.style(role).remove_modifier(Modifier::DIM),
            Role::Key | Role::Warn => self.style(role).add_modifier(Modifier::BOLD),
            Role::Wrong => self.style(role).remove_modifier(Modifier::DIM),
            other => self.style(other),
        }
    }

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

    /// Contrast ratio (WCAG 2.2).
    fn contrast(style: Style) -> f64 {
        between(rgb(style.fg), rgb(style.bg))
    }

    fn between(letters: [u8; 3], ground: [u8; 3]) -> f64 {
        let (a, b) = (luminance(letters), luminance(ground));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_of_every_role_stands_out_from_every_ground_it_is_painted_on() {
        for name in [ThemeName::Dark, ThemeName::Light] {
            let theme = Theme {
                name,
                ..Theme::default()
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
        for name in [ThemeName::Own, ThemeName::Dark, ThemeName::Light] {
            let theme = Theme {
                no_color: true,
                name,
                ground: Ground::Dark,
                ..Theme::default()
            };
            let styles = Role::ALL.map(|role| theme.style(role));
            for style in styles.into_iter().chain([theme.ground()]) {
                assert_eq!((style.fg, style.bg), (None, None));
            }
        }
    }

    /// The grounds that common terminals have as they come: xterm and PuTTY, GNOME's dark and light, xfce4-terminal, Konsole,
    /// alacritty, Windows Terminal, kitty, Ubuntu's, Solarized dark and light, macOS's light one.
    const GROUNDS: [([u8; 3], Ground); 13] = [
        ([0, 0, 0], Ground::Dark),
        ([23, 20, 33], Ground::Dark),
        ([30, 30, 30], Ground::Dark),
        ([255, 255, 255], Ground::Light),
        ([35, 38, 39], Ground::Dark),
        ([24, 24, 24], Ground::Dark),
        ([12, 12, 12], Ground::Dark),
        ([46, 52, 54], Ground::Dark),
        ([48, 10, 36], Ground::Dark),
        ([0, 43, 54], Ground::Dark),
        ([253, 246, 227], Ground::Light),
        ([250, 250, 250], Ground::Light),
        ([128, 128, 128], Ground::Unknown),
    ];

    #[test]
    fn letters_in_colours_can_be_read_on_the_ground_that_a_terminal_has() {
        for (colour, ground) in GROUNDS {
            assert_eq!(Ground::of(colour), ground, "{colour:?}");
            let theme = Theme {
                ground,
                ..Theme::default()
            };
            for role in Role::ALL {
                let style = theme.style(role);
                let found = match (style.fg, style.bg) {
                    (None, None) => continue,
                    (letters, None) => between(rgb(letters), colour),
                    _ => contrast(style),
                };
                assert!(found >= 4.5, "{role:?} on {colour:?}: {found:.2}");
            }
        }
    }

    #[test]
    fn the_two_bounds_of_grounds_are_those_of_contrast() {
        let grey = |wanted| {
            (0..=255)
                .map(|part| [part; 3])
                .filter(move |grey| Ground::of(*grey) == wanted)
        };
        for ground in [Ground::Dark, Ground::Light] {
            let theme = Theme {
                ground,
                ..Theme::default()
            };
            assert!(grey(ground).count() > 20);
            for colour in grey(ground) {
                for letters in Role::ALL
                    .map(|role| theme.style(role))
                    .into_iter()
                    .filter(|style| style.bg.is_none())
                {
                    if letters.fg.is_some() {
                        assert!(
                            between(rgb(letters.fg), colour) >= 4.5,
                            "{letters:?} on {colour:?}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn on_an_unknown_ground_nothing_has_a_colour() {
        let styles = Role::ALL.map(|role| Theme::default().style(role));
        assert!(styles.iter().all(|style| (style.fg, style.bg) == (None, None)));
    }
}
