//! A body (کارگروه، قرارگاه، شورا، کمیته) and the rules it has set for itself. Does not know its sessions.

use super::Extra;
use super::clocks::{self, Clock};
use super::fee::FeeRule;
use super::ids::BodyId;
use super::minutes_layout::MinutesLayout;
use super::names::place_in;
use super::reading_profile::ReadingProfile;
use super::session::{AgendaItem, Session};
use super::term::TermOfOffice;
use super::vote::Majority;
use crate::calendar::Day;
use serde::{Deserialize, Serialize};

/// What meets.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Body {
    /// Its id.
    pub id: BodyId,
    /// Full name, «کارگروه ... استان».
    pub name: String,
    /// Short name, «کتاف».
    #[serde(default)]
    pub short_name: Option<String>,
    /// Province or county.
    #[serde(default)]
    pub place: Option<String>,
    /// Post of the one who presides by rule, «استاندار».
    #[serde(default)]
    pub chair_post: Option<String>,
    /// Post of the secretary by rule.
    #[serde(default)]
    pub secretary_post: Option<String>,
    /// Which lettering its clauses follow.
    #[serde(default)]
    pub letters: ClauseLetters,
    /// Whether ordinals start again every year.
    #[serde(default)]
    pub numbering: Numbering,
    /// What a roll call starts from.
    #[serde(default)]
    pub roll_call: RollCall,
    /// Rules with their dates of validity; the last one that holds on a day is in force.
    #[serde(default)]
    pub rules: Vec<Rules>,
    /// Items that stand on the agenda of every session.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub standing_items: Vec<AgendaItem>,
    /// Its terms of office, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<TermOfOffice>,
    /// How the minutes that are imported for it are written, as far as a person has said it.
    #[serde(default, skip_serializing_if = "ReadingProfile::is_empty")]
    pub reading: Box<ReadingProfile>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Body {
    /// The province or county that it is of: as somebody said it, else as its name ends.
    pub fn own_place(&self) -> Option<&str> {
        self.place.as_deref().or_else(|| place_in(&self.name))
    }
}

/// The letters of clauses in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClauseLetters {
    /// الف، ب، پ، ت
    Alphabet,
    /// ۱، ۲، ۳
    Numbers,
    /// الف، ب، ج، د
    #[default]
    #[serde(other)]
    Abjad,
}

/// How sessions are numbered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Numbering {
    /// From one through the body's life.
    Continuous,
    /// From one in every Jalali year.
    #[default]
    #[serde(other)]
    Yearly,
}

/// What everybody is before the roll call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RollCall {
    /// Everybody is present until ticked otherwise.
    Present,
    /// Nobody is ticked.
    #[default]
    #[serde(other)]
    Unticked,
}

/// Rules of law that hold between two days. None is fixed in code.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rules {
    /// First day; open when absent.
    #[serde(default)]
    pub from: Option<Day>,
    /// Last day; open when absent.
    #[serde(default)]
    pub until: Option<Day>,
    /// Where the rule stands written.
    #[serde(default)]
    pub source: Option<String>,
    /// Seats needed for a valid session.
    #[serde(default)]
    pub quorum: Option<Quorum>,
    /// Votes needed for a resolution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub majority: Option<Majority>,
    /// The agenda is sent so many days before the session.
    #[serde(default)]
    pub agenda_days_before: Option<u32>,
    /// The minutes are issued within so many days.
    #[serde(default)]
    pub minutes_within_days: Option<u32>,
    /// Resolutions bind so many days after notification.
    #[serde(default)]
    pub binding_after_days: Option<u32>,
    /// Unexcused absences in a row that a seat may have.
    #[serde(default)]
    pub absences_in_a_row: Option<u32>,
    /// Unexcused absences in a year that a seat may have.
    #[serde(default)]
    pub absences_in_a_year: Option<u32>,
    /// How the minutes are laid out; the usual way when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layout: Option<MinutesLayout>,
    /// What is paid for sitting in a session; nothing when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee: Option<FeeRule>,
}

/// How many seats must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quorum {
    /// So many seats.
    Seats(u32),
    /// At least this part of the seats.
    AtLeast {
        /// Above the line.
        of: u32,
        /// Below the line; zero counts as one.
        parts: u32,
    },
    /// More than this part of the seats (half and one: more than 1 of 2).
    MoreThan {
        /// Above the line.
        of: u32,
        /// Below the line; zero counts as one.
        parts: u32,
    },
}

impl Quorum {
    /// Seats needed when the body has `seats` seats on the day.
    ///
    /// ```
    /// use dabir::domain::body::Quorum;
    /// assert_eq!(Quorum::MoreThan { of: 1, parts: 2 }.needed(40), 21);
    /// assert_eq!(Quorum::AtLeast { of: 2, parts: 3 }.needed(40), 27);
    /// assert_eq!(Quorum::Seats(9).needed(40), 9);
    /// ```
    pub fn needed(self, seats: u32) -> u32 {
        match self {
            Quorum::Seats(number) => number,
            Quorum::AtLeast { of, parts } => seats.saturating_mul(of).div_ceil(parts.max(1)),
            Quorum::MoreThan { of, parts } => seats.saturating_mul(of) / parts.max(1) + 1,
        }
    }
}

impl Body {
    /// The rules in force on `day`.
    pub fn rules_on(&self, day: Day) -> Option<&Rules> {
        let holds = |r: &&Rules| r.from.is_none_or(|f| f <= day) && r.until.is_none_or(|u| day <= u);
        self.rules.iter().rev().find(holds)
    }

    /// The rules for a session of this day; without a day the last ones.
    pub fn rules_for(&self, day: Option<Day>) -> Option<&Rules> {
        match day {
            Some(day) => self.rules_on(day),
            None => self.rules.last(),
        }
    }

    /// The legal clocks of one of its sessions, on `today`; see [`clocks::clocks`].
    pub fn clocks(&self, session: &Session, today: Day) -> Vec<Clock> {
        let rules = self.rules_for(session.date);
        rules.map_or_else(Vec::new, |rules| clocks::clocks(session, rules, today))
    }

    /// How the minutes of a session of this day are laid out: as the rules for it say, else the usual way.
    ///
    /// ```
    /// use dabir::domain::body::{Body, Rules};
    /// use dabir::domain::minutes_layout::{MinutesLayout, Section};
    /// let brief = MinutesLayout { sections: vec![Section::Head, Section::Resolutions], ..MinutesLayout::default() };
    /// let rules = Rules { layout: Some(brief.clone()), ..Rules::default() };
    /// assert_eq!(Body { rules: vec![rules], ..Body::default() }.layout_for(None), brief);
    /// assert_eq!(Body::default().layout_for(None), MinutesLayout::default());
    /// ```
    pub fn layout_for(&self, day: Option<Day>) -> MinutesLayout {
        let rules = self.rules_for(day);
        rules.and_then(|rules| rules.layout.clone()).unwrap_or_default()
    }

    /// The term of office that a day lies in.
    pub fn term_on(&self, day: Day) -> Option<&TermOfOffice> {
        self.terms.iter().rfind(|term| term.holds_on(day))
    }

    /// The short name where there is one, else the full name.
    pub fn brief(&self) -> &str {
        self.short_name.as_deref().unwrap_or(&self.name)
    }
}
