//! What keys ask for: acts, the words of the key bar and of the help. They all come from one table,
//! `bindings`, with a person's own keys put in by `keys`. Does not know what a command does.

use super::keys::{Bound, reading_order};
use super::places::EVERYWHERE;
pub use super::places::Place;
use super::stage::Stage;
use crate::domain::attendance::Presence;
use crate::text::isolate;
use crate::ui::{Code, Key, KeyWord, persian_twin};
use crate::words::{Lang, Words};

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Moves the selection or the page; the key says how.
    Move,
    /// Opens what is selected.
    Open,
    /// Adds something.
    Add,
    /// Edits what is selected.
    Edit,
    /// Takes away what is selected.
    Remove,
    /// Moves what is selected one place towards the start.
    MoveUp,
    /// Moves what is selected one place towards the end.
    MoveDown,
    /// Numbers the rows anew.
    Renumber,
    /// Sets the status of a resolution.
    SetStatus,
    /// Records a follow-up.
    FollowUp,
    /// Sets the state of a session.
    SetState,
    /// Copies what is selected.
    Copy,
    /// Takes a resolution apart.
    Split,
    /// Puts a resolution and the next one together.
    Merge,
    /// Takes a resolution of an earlier session over.
    CopyEarlier,
    /// Grants a longer time.
    Extend,
    /// Chooses a row beside others, or no longer.
    ChooseRow,
    /// Chooses all of a group, or none of it.
    ChooseAll,
    /// Puts the list together by something else.
    Grouping,
    /// Shows of a group only its head, or all of it again.
    Fold,
    /// The same of all groups.
    FoldAll,
    /// Records that somebody was reminded.
    Remind,
    /// Ticks a seat.
    Mark(Presence),
    /// Ticks every seat that is not ticked as present.
    MarkRest,
    /// Adds a guest.
    AddGuest,
    /// Notes that somebody comes late, now.
    Arrived,
    /// Notes that somebody leaves early, now.
    Departed,
    /// Goes to the next item of the agenda.
    NextItem,
    /// Goes to the item before.
    PreviousItem,
    /// Makes a resolution of a note.
    Decide,
    /// Goes to a tab, from 0.
    Tab(u8),
    /// Goes to the next tab or thing.
    Next,
    /// Goes to the tab or thing before.
    Previous,
    /// Goes to the session of what is selected.
    GoToSession,
    /// Goes to the resolution that this one follows.
    GoToFollowed,
    /// The list of open resolutions.
    OpenList,
    /// Members, organisations and bodies.
    Members,
    /// The rules of a body.
    Rules,
    /// The history of changes.
    History,
    /// The figures.
    Figures,
    /// Figures of the next body.
    NextBody,
    /// Figures of the year before.
    NextYear,
    /// Attendance as a chart, or as a map.
    ChartOrMap,
    /// The next figure or session.
    Onward,
    /// The figure or session before.
    Backward,
    /// The list of sessions.
    GoToSessions,
    /// Types words to find.
    Find,
    /// Looks words up everywhere.
    Lookup,
    /// Takes what is offered to be typed next.
    TakeOffer,
    /// Chooses the next of what is offered.
    NextOffer,
    /// Shows hits in one row or in three.
    Lines,
    /// Keeps the filter under a name.
    SaveFilter,
    /// A list of every command that holds here, to choose from by typing.
    Palette,
    /// Goes to any session, member, organisation or resolution by words.
    Jump,
    /// Waits for the key that says where to go.
    Go,
    /// Takes back the last change.
    Undo,
    /// Brings back what was taken back.
    Redo,
    /// Saves a form.
    Save,
    /// Takes back what was typed last.
    UndoTyped,
    /// Brings back what was taken back of it.
    RedoTyped,
    /// Copies the selected text.
    CopyText,
    /// Cuts the selected text out.
    CutText,
    /// Puts in what was copied or cut last.
    PasteText,
    /// Opens the text of the field in an editor of the person's choice.
    EditOutside,
    /// Finds the resolution that the one in the form follows.
    PickFollowed,
    /// Shows the earlier resolution that says nearly the same as the one in the form.
    ShowAlike,
    /// Takes the resolution in the form apart where the caret stands.
    SplitHere,
    /// Moves in the text; the key says how.
    MoveInText,
    /// Selects text; the key says how far.
    Select,
    /// From here on movements select text, until it is pressed again or the text is changed or taken: for terminals
    /// that do not send Shift with the arrows (PuTTY).
    StartSelecting,
    /// Types a zero-width non-joiner, where the terminal keeps Shift-Space to itself.
    Zwnj,
    /// The next field.
    NextField,
    /// The field before.
    PreviousField,
    /// Goes back to where one came from.
    Back,
    /// Leaves the program.
    Quit,
    /// The next lesson of the tutor.
    SkipLesson,
    /// Help for the screen one is in.
    Help,
    /// The settings.
    Settings,
    /// Sets the selected setting, or takes a key for the selected command.
    Change,
    /// Gives the selected command its first keys back.
    DefaultKeys,
    /// Opens what is done with a session before and after its minutes are written.
    Stage(Stage),
    /// Ticks a resolution as agreed to.
    Agree,
    /// Writes a correction of what final minutes say.
    Correct,
    /// Records the day of notification.
    Notify,
    /// Shows the card on which the way of sending text is chosen; the host takes its key before it comes here.
    Calibrate,
}

/// One command.
#[derive(Debug)]
pub struct Binding {
    /// What it asks for.
    pub act: Act,
    /// Its keys on a QWERTY layout in left-to-right reading; the first is shown in an English interface.
    pub keys: &'static [Key],
    /// The key that is shown in a Persian interface, where it is not the first: one whose Persian letter begins the
    /// Persian word.
    pub persian_key: Option<Key>,
    /// The command's name in a person's settings where its keys come after that of [`Act::Go`]; none where they are
    /// pressed by themselves.
    pub go_name: Option<&'static str>,
    /// Where it holds.
    pub places: &'static [Place],
    /// Its word in `words`.
    pub word: &'static str,
    /// Whether the key bar shows it.
    pub in_bar: bool,
}

impl Binding {
    /// The name of the command in a person's settings: that of its word. Commands of the same name in several places
    /// are one to her.
    pub fn name(&self) -> &'static str {
        let by_word = self.word.strip_prefix("do-").unwrap_or(self.word);
        self.go_name.unwrap_or(by_word)
    }

    /// What it is called where it stands among all commands.
    pub fn said(&self, words: &Words) -> String {
        let said = words.say(self.word);
        match self.go_name {
            Some(_) => words.say_with("do-go-then", &[("where", said.into())]),
            None => said,
        }
    }
}

/// The first key of a command and its word.
pub fn key_word(bound: Bound, words: &Words) -> KeyWord {
    let shown = bound.shown_first(words.lang()).into_iter().next();
    KeyWord {
        key: shown.map(|key| key_name(key, words)).unwrap_or_default(),
        word: words.say(bound.binding.word),
        // As it comes from the keyboard: there arrows point, they do not go onward.
        press: shown.map(|key| reading_order(key, words.lang() == Lang::En)),
    }
}

/// All keys of a command, the shown one first, and its word; in a Persian interface letters with their QWERTY twin.
pub fn help_of(bound: Bound, words: &Words) -> KeyWord {
    KeyWord {
        key: names_of(&bound.shown_first(words.lang()), words),
        word: words.say(bound.binding.word),
        press: None,
    }
}

/// The names of keys beside each other; in a Persian interface letters with their QWERTY twin.
pub fn names_of(keys: &[Key], words: &Words) -> String {
    // Each name stands by itself: two Latin ones beside each other would change places in a Persian line.
    let names: Vec<String> = keys.iter().map(|key| isolate(&full_name(*key, words))).collect();
    names.join("  ")
}

/// The name of a key; in a Persian interface that of a letter with its QWERTY twin.
fn full_name(key: Key, words: &Words) -> String {
    let name = key_name(key, words);
    match key.code {
        Code::Char(letter) if words.lang() == Lang::Fa && letter.is_ascii_lowercase() && !key.ctrl => {
            format!("{name}/{letter}")
        }
        _ => name,
    }
}

/// The names of keys behind that of the key which waits for them.
pub fn behind(go: &str, names: &str) -> String {
    format!("{} {names}", isolate(go))
}

/// Whether a command holds in every place but forms.
pub fn holds_everywhere(binding: &Binding) -> bool {
    EVERYWHERE.iter().all(|place| binding.places.contains(place))
}

/// The name of a key: a letter as it stands on the keyboard of the interface's language.
pub fn key_name(key: Key, words: &Words) -> String {
    let name = match key.code {
        Code::Char(' ') => words.say("key-space"),
        Code::Char(digit) if digit.is_ascii_digit() => words.number(digit),
        Code::Char(letter) => match words.lang() {
            Lang::Fa if !key.ctrl => persian_twin(letter).unwrap_or(letter).to_string(),
            _ if key.ctrl => letter.to_ascii_uppercase().to_string(),
            _ => letter.to_string(),
        },
        Code::F(number) => format!("F{number}"),
        Code::Enter => words.say("key-enter"),
        Code::Escape => words.say("key-escape"),
        Code::Tab => words.say("key-tab"),
        Code::Backspace => words.say("key-backspace"),
        Code::Delete => words.say("key-delete"),
        Code::Insert => words.say("key-insert"),
        Code::Home => words.say("key-home"),
        Code::End => words.say("key-end"),
        Code::PageUp => words.say("key-page-up"),
        Code::PageDown => words.say("key-page-down"),
        Code::Up => "↑".to_owned(),
        Code::Down => "↓".to_owned(),
        // Named in reading order: onward is where the reading goes.
        Code::Right => if words.lang() == Lang::Fa { "←" } else { "→" }.to_owned(),
        Code::Left => if words.lang() == Lang::Fa { "→" } else { "←" }.to_owned(),
    };
    let with = |modifier: bool, prefix: &'static str| if modifier { prefix } else { "" };
    let (ctrl, alt, shift) = (
        with(key.ctrl, "Ctrl-"),
        with(key.alt, "Alt-"),
        with(key.shift, "Shift-"),
    );
    format!("{ctrl}{alt}{shift}{name}")
}
