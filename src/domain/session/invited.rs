//! What a member answered to the invitation. Does not know who came.

use crate::domain::attendance::{Attendance, Presence, Representative};
use crate::domain::ids::{SeatId, SessionId};
use serde::{Deserialize, Serialize};

/// An answer to the invitation: what the seat will be, as it was said beforehand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationAnswer {
    /// Will come, by video, will be away, sends somebody.
    pub coming: Presence,
    /// Who is sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representative: Option<Representative>,
    /// Why the principal will be away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl InvitationAnswer {
    /// The answer that says what a mark would say.
    pub fn of(mark: Attendance) -> InvitationAnswer {
        InvitationAnswer {
            coming: mark.status,
            representative: mark.representative,
            reason: mark.reason,
        }
    }

    /// The mark that a roll call begins with. Who will come is not there yet: that is for the custom of the body.
    pub fn mark(&self, session: &SessionId, seat: &SeatId) -> Attendance {
        Attendance {
            session: session.clone(),
            seat: seat.clone(),
            status: self.coming,
            representative: self.representative.clone(),
            reason: self.reason.clone(),
            ..Attendance::default()
        }
    }

    /// Whether somebody else sits there, or nobody.
    pub fn is_away(&self) -> bool {
        matches!(
            self.coming,
            Presence::Represented | Presence::Excused | Presence::Absent
        )
    }
}
