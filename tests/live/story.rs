//! The made-up meeting kept by a secretary: her keys from the agenda to the closing list, and what must be in the
//! minutes afterwards. Does not know how a screen takes a key.

use super::meeting::{Meeting, today};
use super::script::{Step, TALK};
use chrono::TimeDelta;
use dabir::calendar::{TimeOfDay, moment_of, tehran_time};

/// Between two letters.
const LETTER: TimeDelta = TimeDelta::milliseconds(250);

/// A note as it must be stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Noted {
    pub speaker: String,
    pub item: u32,
    pub at: TimeOfDay,
    pub text: String,
}

/// A resolution as it must be stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    pub row: usize,
    pub text: String,
    pub deadline: String,
    pub responsible: Vec<String>,
    /// The place of the note that it was made from.
    pub from_note: usize,
    /// Whether it was agreed to when it was read back.
    pub agreed: bool,
}

/// The meeting at a desk, and what was typed there.
pub struct Story {
    pub meeting: Meeting,
    pub notes: Vec<Noted>,
    pub resolutions: Vec<Decided>,
    /// Keys pressed and bytes held by the process after each step of the talk.
    pub held: Vec<(usize, usize)>,
    item: u32,
}

impl Story {
    /// Plays the meeting from the open list of sessions to the closing list. With `dies` the program ends in the
    /// middle of a note. `held` says how many bytes the process holds.
    pub fn play(meeting: Meeting, dies: bool, held: impl Fn() -> usize) -> Story {
        let mut story = Story {
            meeting,
            notes: Vec::new(),
            resolutions: Vec::new(),
            held: Vec::with_capacity(TALK.len()),
            item: 1,
        };
        story.prepare();
        let mut dies_after = None;
        for step in TALK {
            match step {
                Step::Dies(letters) => dies_after = dies.then_some(*letters),
                Step::Say(letters, speaker, text) => {
                    story = story.say(letters, speaker, text, dies_after.take());
                }
                step => story.take(step),
            }
            story.held.push((story.meeting.pressed, held()));
        }
        story.work_over();
        story.close();
        story
    }

    /// A fourth item before the last one; the roll with six exceptions; the session runs.
    fn prepare(&mut self) {
        let meeting = &mut self.meeting;
        meeting.press("<Enter>2<End>aبیمه باغ‌ها<Enter><End>[");
        meeting
            .press("3f")
            .press("رو5")
            .press("کی3<Enter>")
            .press("شی4<Enter>");
        meeting.press("گ2").press("سو5").press("تی6<Enter>");
        meeting.press("j24");
    }

    fn take(&mut self, step: &Step) {
        match step {
            Step::At(time) => {
                let until = moment_of(today(), TimeOfDay::parse(time).unwrap());
                self.meeting.pass(until - self.meeting.now);
            }
            Step::NextItem => {
                self.meeting.press("f");
                self.item += 1;
            }
            Step::Decide(deadline, organisations) => self.decide(deadline, organisations),
            Step::Arrives(letters) => self.stamp(letters, '6'),
            Step::Leaves(letters) => self.stamp(letters, '7'),
            Step::Say(..) | Step::Dies(_) => unreachable!("taken before"),
        }
    }

    fn say(mut self, letters: &str, speaker: &str, text: &str, dies_after: Option<usize>) -> Story {
        let at = tehran_time(self.meeting.now);
        self.meeting.press("a");
        self.write(letters);
        self.meeting.press("<Enter>");
        match dies_after {
            None => self.write(text),
            Some(letters) => {
                let (byte, _) = text.char_indices().nth(letters).unwrap();
                self.write(&text[..byte]);
                self.meeting = self.meeting.die();
                // The draft is offered and taken; the words go on where the caret stood.
                self.meeting.press("<Enter>4a<Enter>");
                self.write(&text[byte..]);
            }
        }
        self.meeting.press("<F2>");
        self.notes.push(Noted {
            speaker: speaker.to_owned(),
            item: self.item,
            at,
            text: text.replace(['{', '}'], ""),
        });
        self
    }

    /// Types letter by letter; what stands in braces is taken with the arrow that goes onward.
    fn write(&mut self, text: &str) {
        let mut offered = false;
        for letter in text.chars() {
            match letter {
                '{' => {
                    self.meeting.press("<Left>");
                    offered = true;
                }
                '}' => offered = false,
                _ if offered => {}
                letter => {
                    self.meeting.press(letter.encode_utf8(&mut [0; 4]));
                    self.meeting.pass(LETTER);
                }
            }
        }
    }

    fn decide(&mut self, deadline: &str, organisations: &[(&str, &str)]) {
        self.meeting.press("t<Tab>");
        self.write(deadline);
        self.meeting.press("<Tab>");
        for (letters, _) in organisations {
            self.write(letters);
            self.meeting.press("<Enter>");
        }
        self.meeting.press("<F2>");
        self.resolutions.push(Decided {
            row: self.resolutions.len() + 1,
            text: self.notes.last().unwrap().text.clone(),
            deadline: deadline.to_owned(),
            responsible: organisations.iter().map(|(_, name)| (*name).to_owned()).collect(),
            from_note: self.notes.len() - 1,
            agreed: false,
        });
    }

    fn stamp(&mut self, letters: &str, digit: char) {
        self.meeting.press("3f");
        self.write(letters);
        self.meeting.press(&digit.to_string()).press("<Enter>4");
    }

    /// One resolution is edited, one parted, two are put together, one is moved; then they are numbered anew.
    fn work_over(&mut self) {
        const MORE: &str = " نسخه‌ای هم در سامانه گذاشته شود.";
        self.meeting.press("5<Home><Down>e");
        self.write(MORE);
        self.meeting.press("<F2>");
        let resolutions = &mut self.resolutions;
        resolutions[1].text += MORE;

        self.meeting.press("<Home><Down><Down>t1");
        let (first, second) = resolutions[2].text.split_once(". ").unwrap();
        let (first, second) = (format!("{first}."), second.to_owned());
        let parted = Decided {
            text: second,
            ..resolutions[2].clone()
        };
        resolutions[2].text = first;
        resolutions.insert(3, parted);

        self.meeting.press("<End><Up>h");
        let last = resolutions.pop().unwrap();
        let into = resolutions.last_mut().unwrap();
        into.text = format!("{}\n{}", into.text, last.text);
        let news = last
            .responsible
            .into_iter()
            .filter(|who| !into.responsible.contains(who));
        let news: Vec<String> = news.collect();
        into.responsible.extend(news);

        self.meeting.press("<Home>]i1");
        resolutions.swap(0, 1);
        for (row, resolution) in (1..).zip(resolutions) {
            resolution.row = row;
        }
    }

    /// The read-back with a tick for each resolution; the meeting is over; what is missing is looked at.
    fn close(&mut self) {
        self.meeting.press("1f");
        self.take(&Step::At("12:20"));
        for resolution in &mut self.resolutions {
            resolution.agreed = true;
            self.meeting.press(" ");
            self.meeting.pass(TimeDelta::minutes(1));
        }
        self.take(&Step::At("12:30"));
        self.meeting.press("<Esc>j3gk");
    }

    /// The notes and resolutions that the store has now.
    pub fn stored(&self) -> (Vec<Noted>, Vec<Decided>) {
        let view = self.meeting.view();
        let notes = view.notes.iter().map(|note| Noted {
            speaker: note.speaker.clone().unwrap_or_default(),
            item: note.agenda_item.unwrap_or_default(),
            at: note.at.unwrap(),
            text: note.text.clone(),
        });
        let resolutions = view.resolutions.iter().map(|row| {
            let resolution = &row.resolution;
            let note = view
                .notes
                .iter()
                .position(|note| Some(&note.id) == resolution.from_note.as_ref());
            Decided {
                row: resolution.row.unwrap() as usize,
                text: resolution.text.clone(),
                deadline: resolution.deadline.as_ref().unwrap().written.clone(),
                responsible: resolution
                    .responsible
                    .iter()
                    .map(|who| who.written.clone())
                    .collect(),
                from_note: note.unwrap(),
                agreed: resolution.agreed,
            }
        });
        (notes.collect(), resolutions.collect())
    }
}
