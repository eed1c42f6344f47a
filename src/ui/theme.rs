//! How things look: the roles that screens speak of, and the style of each in sixteen colours or in none.
//! Does not know what is shown.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of the screen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Ordinary text.
    Plain,
    /// Heads, names, what the eye should find first.
    Strong,
    /// What matters less: labels, hints, rules.
    Faint,
    /// The selected row.
    Selected,
    /// The tab one is in.
    Tab,
    /// A key in the key bar.
    Key,
    /// Done, present, saved.
    Good,
    /// Overdue, refused, failed.
    Bad,
    /// What the secretary should look at.
    Warn,
    /// The empty ground of a field that is typed into.
    Field,
    /// Selected text in an editor.
    Chosen,
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

/// Styles for the roles. Readable on a dark and on a light ground: the ground is never set but for the selection,
/// and only those of the sixteen colours are used that show on both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// No colours (NO_COLOR): bold, underlined and reversed only.
    pub no_color: bool,
}

impl Theme {
    /// The style of a role.
    pub fn style(self, role: Role) -> Style {
        if self.no_color {
            plain(role)
        } else {
            coloured(role)
        }
    }
}

fn plain(role: Role) -> Style {
    let style = Style::new();
    match role {
        Role::Plain => style,
        Role::Faint => style.add_modifier(Modifier::DIM),
        Role::Strong | Role::Good | Role::Key | Role::Warn => style.add_modifier(Modifier::BOLD),
        Role::Bad => style.add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
        // Reversed and faint together would make stripes of a row.
        Role::Selected | Role::Tab | Role::Chosen => style
            .add_modifier(Modifier::REVERSED)
            .remove_modifier(Modifier::DIM),
        Role::Field => style.add_modifier(Modifier::UNDERLINED.union(Modifier::DIM)),
    }
}

fn coloured(role: Role) -> Style {
    let style = Style::new();
    match role {
        Role::Good => style.fg(Color::Green),
        Role::Bad => style.fg(Color::Red).add_modifier(Modifier::BOLD),
        Role::Warn => style.fg(Color::Magenta).add_modifier(Modifier::BOLD),
        Role::Key => style.fg(Color::Blue).add_modifier(Modifier::BOLD),
        Role::Selected | Role::Tab => {
            let lit = style.fg(Color::White).bg(Color::Blue);
            lit.remove_modifier(Modifier::DIM)
        }
        other => plain(other),
    }
}
