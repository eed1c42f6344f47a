//! A person at a screen for the tests: types keys, gets the fixture's answers at once, reads the screen. What the
//! screen asked to be done is left over and must be looked at.

use super::fixture;
use crate::app::{Effect, Model, Msg, Setup, update, view};
use crate::office::command::{Command, Done, Failure};
use crate::office::query::Query;
use crate::text::TextForm;
use crate::ui::key::{Code, Key};
use crate::words::{Digits, Lang};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::VecDeque;

pub struct Desk {
    pub model: Model,
    left_over: Vec<Effect>,
    /// Whether a draft that is asked for is answered at once: that there is none.
    pub answers_drafts: bool,
    /// What is to be read after the changes that are not answered yet.
    then: VecDeque<Vec<Query>>,
}

impl Desk {
    /// A desk at the list of sessions.
    pub fn new(lang: Lang, columns: u16, rows: u16) -> Desk {
        let digits = if lang == Lang::Fa {
            Digits::Persian
        } else {
            Digits::Latin
        };
        let setup = Setup {
            lang,
            digits,
            today: fixture::today(),
            actor: "سارا".to_owned(),
            sample: false,
            tutor: false,
            folder: "/papers".into(),
            home: None,
            fetch: None,
            no_color: false,
            ground: crate::ui::Ground::Dark,
            settings: crate::app::Settings::default(),
            mouse: true,
            bandwidth: None,
            form: TextForm::Visual,
            columns,
            rows,
        };
        let (model, effects) = Model::new(setup);
        let mut desk = Desk {
            model,
            left_over: Vec::new(),
            answers_drafts: true,
            then: VecDeque::new(),
        };
        desk.take(effects);
        desk
    }

    /// A Persian desk of the usual size.
    pub fn persian() -> Desk {
        Desk::new(Lang::Fa, 80, 24)
    }

    /// Types keys: characters, and names in angle brackets (`<Enter>`, `<F2>`, `<C-s>`, `<S-Tab>`).
    pub fn press(&mut self, keys: &str) -> &mut Desk {
        for key in parse(keys) {
            self.tell(Msg::Key(key));
        }
        self
    }

    /// Gives a message to the screen.
    pub fn tell(&mut self, message: Msg) -> &mut Desk {
        let effects = update(&mut self.model, message, fixture::now());
        self.take(effects);
        self
    }

    /// The last asked-for change was carried out.
    pub fn done(&mut self) -> &mut Desk {
        self.did(Ok(Done {
            entry: Some(42),
            ..Done::default()
        }))
    }

    /// The last asked-for change failed.
    pub fn failed(&mut self, failure: impl Into<Failure>) -> &mut Desk {
        self.did(Err(failure.into()))
    }

    /// That came of the oldest change that is not answered yet; what is to be read after it is read.
    pub fn did(&mut self, result: Result<Done, Failure>) -> &mut Desk {
        let then = self.then.pop_front().unwrap_or_default();
        let answers = then.into_iter().map(|query| {
            let answer = fixture::answer(&query);
            (query, answer)
        });
        let answers = answers.collect();
        self.tell(Msg::Did { result, answers })
    }

    fn take(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Ask(query) => {
                    let answer = Box::new(fixture::answer(&query));
                    self.tell(Msg::Answered(query, answer));
                }
                Effect::AskDraft { key } if self.answers_drafts => {
                    self.tell(Msg::Draft(key, None));
                }
                Effect::AskDrafts => {
                    self.tell(Msg::Drafts(Vec::new()));
                }
                Effect::ReadMinutes(order) => {
                    self.tell(Msg::MinutesRead(fixture::read_minutes(*order)));
                }
                Effect::Do { command, then } => {
                    self.then.push_back(then.clone());
                    self.left_over.push(Effect::Do { command, then });
                }
                other => self.left_over.push(other),
            }
        }
    }

    /// What the screen asked to be done since this was asked last.
    pub fn left_over(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.left_over)
    }

    /// The only change that was asked for since left-overs were taken last.
    pub fn command(&mut self) -> Command {
        let commands = self.left_over().into_iter().filter_map(|effect| match effect {
            Effect::Do { command, .. } => Some(command),
            _ => None,
        });
        let commands: Vec<Command> = commands.collect();
        assert_eq!(commands.len(), 1, "one change was expected: {commands:?}");
        commands.into_iter().next().unwrap()
    }

    /// No change was asked for.
    pub fn assert_nothing_changed(&mut self) -> &mut Desk {
        let left = self.left_over();
        assert!(
            !left.iter().any(|effect| matches!(effect, Effect::Do { .. })),
            "{left:?}"
        );
        self
    }

    /// The screen as text in reading order: rows from their start, letters as written.
    pub fn logical(&mut self) -> String {
        self.model.look.form = TextForm::Logical;
        let (lines, _) = self.lines();
        self.model.look.form = TextForm::Visual;
        lines.join("\n")
    }

    /// The screen cell by cell as the terminal gets it, with the caret's cell.
    pub fn visual(&self) -> String {
        let (lines, caret) = self.lines();
        let visual: Vec<String> = lines.iter().map(|line| format!("│{line}│")).collect();
        let caret = caret.map_or_else(|| "none".to_owned(), |(x, y)| format!("{x},{y}"));
        format!("{}\ncaret {caret}", visual.join("\n"))
    }

    /// The screen cell by cell as the terminal gets it, and then in reading order, with the caret's cell.
    pub fn screen(&mut self) -> String {
        let visual = self.visual();
        let logical: Vec<String> = self
            .logical()
            .lines()
            .map(|line| line.trim_end().to_owned())
            .collect();
        format!("{visual}\n--- in reading order\n{}", logical.join("\n"))
    }

    fn lines(&self) -> (Vec<String>, Option<(u16, u16)>) {
        let area = Rect::new(0, 0, self.model.setup.columns, self.model.setup.rows);
        let mut buffer = Buffer::empty(area);
        let caret = view(&self.model, &mut buffer).caret;
        let row = |y| {
            (0..area.width)
                .map(|x| buffer[(x, y)].symbol())
                .collect::<String>()
        };
        ((0..area.height).map(row).collect(), caret)
    }

    /// The row of the screen, in reading order, that has these words.
    pub fn row_with(&mut self, words: &str) -> String {
        let screen = self.logical();
        let found = screen.lines().find(|line| line.contains(words));
        found
            .unwrap_or_else(|| panic!("no row has {words:?}:\n{screen}"))
            .to_owned()
    }

    /// The screen shows these words.
    pub fn assert_shows(&mut self, words: &str) -> &mut Desk {
        self.row_with(words);
        self
    }

    /// The screen does not show these words.
    pub fn assert_hides(&mut self, words: &str) -> &mut Desk {
        let screen = self.logical();
        assert!(!screen.contains(words), "{words:?} is shown:\n{screen}");
        self
    }
}

fn parse(keys: &str) -> Vec<Key> {
    let mut found = Vec::new();
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|inside| inside.split_once('>'));
        match named {
            Some((name, behind)) => {
                found.push(by_name(name));
                rest = behind;
            }
            None => {
                found.push(Key::char(c));
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    found
}

fn by_name(name: &str) -> Key {
    if let Some(inner) = name.strip_prefix("C-") {
        return Key {
            ctrl: true,
            ..by_name(inner)
        };
    }
    if let Some(inner) = name.strip_prefix("S-") {
        return by_name(inner).shifted();
    }
    Key::plain(match name {
        "Enter" => Code::Enter,
        "Esc" => Code::Escape,
        "Tab" => Code::Tab,
        "Backspace" => Code::Backspace,
        "Del" => Code::Delete,
        "Ins" => Code::Insert,
        "Home" => Code::Home,
        "End" => Code::End,
        "PgUp" => Code::PageUp,
        "PgDn" => Code::PageDown,
        "Up" => Code::Up,
        "Down" => Code::Down,
        "Left" => Code::Left,
        "Right" => Code::Right,
        other => match other.strip_prefix('F').and_then(|number| number.parse().ok()) {
            Some(number) => Code::F(number),
            None => Code::Char(other.chars().next().unwrap()),
        },
    })
}
