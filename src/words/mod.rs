//! Every sentence a person sees, in Persian and English.
