//! A member seat: an organisation's or post's place in a body, and who held it when.
//! Does not know any session; the seats of a session are those of its body on its day.

use super::Extra;
use super::ids::{BodyId, OrganisationId, SeatId};
use super::names::whole_name;
use crate::calendar::Day;
use serde::{Deserialize, Serialize};

/// A member's place in a body. The seat stays when the person changes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Seat {
    /// Its id.
    pub id: SeatId,
    /// The body it belongs to.
    pub body: BodyId,
    /// The organisation or post as the member list names it.
    pub name: String,
    /// The organisation, where it is a known one.
    #[serde(default)]
    pub organisation: Option<OrganisationId>,
    /// Place in the protocol order, from 1.
    pub order: u32,
    /// First day; open when absent.
    #[serde(default)]
    pub from: Option<Day>,
    /// Last day; open when absent.
    #[serde(default)]
    pub until: Option<Day>,
    /// Who held it, oldest first.
    #[serde(default)]
    pub holders: Vec<Holder>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A person in a seat for a span of days.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Holder {
    /// The person's name.
    pub name: String,
    /// The person's post, «مدیرکل».
    #[serde(default)]
    pub post: Option<String>,
    /// First day; open when absent.
    #[serde(default)]
    pub from: Option<Day>,
    /// Last day; open when absent.
    #[serde(default)]
    pub until: Option<Day>,
    /// Which of several persons of this name it is, from 2; none for the first one, and where the name is one person's
    /// alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub namesake: Option<u32>,
}

impl Holder {
    /// Whether both are one person, who is one in all bodies: of one name in any spelling, and not told apart.
    ///
    /// ```
    /// use dabir::domain::seat::Holder;
    /// let one = Holder { name: "زهرا نوری".into(), ..Holder::default() };
    /// let same = Holder { name: "زهرا نوري".into(), ..Holder::default() };
    /// let other = Holder { namesake: Some(2), ..one.clone() };
    /// assert!(one.is_same_person(&same));
    /// assert!(!one.is_same_person(&other));
    /// ```
    pub fn is_same_person(&self, other: &Holder) -> bool {
        self.namesake == other.namesake && whole_name(&self.name) == whole_name(&other.name)
    }
}

fn holds(from: Option<Day>, until: Option<Day>, day: Day) -> bool {
    from.is_none_or(|f| f <= day) && until.is_none_or(|u| day <= u)
}

impl Seat {
    /// Whether the seat exists on `day`; a session without a day has every seat.
    pub fn exists_on(&self, day: Option<Day>) -> bool {
        day.is_none_or(|day| holds(self.from, self.until, day))
    }

    /// Who holds it on `day`, or who held it last when no day is known.
    pub fn holder_on(&self, day: Option<Day>) -> Option<&Holder> {
        match day {
            Some(day) => self.holders.iter().rev().find(|h| holds(h.from, h.until, day)),
            None => self.holders.last(),
        }
    }
}
