//! Values that programs read, each with the description that they can check it against.
//!
//! The rule: an answer is a struct written down in the folder of its page, and its description is made from that struct, so the two
//! cannot differ. What may be missing is `null` and is never left out.

use serde_json::{Map, Value, json};

use crate::api::Parameter;

/// Something that can be described by JSON Schema.
pub(crate) trait Described {
    /// Its JSON Schema.
    fn schema() -> Value;
}

/// The answers of a page: structs of which every field is told, with its description.
macro_rules! answers {
    ($($(#[doc = $about:literal])+ $name:ident { $($(#[doc = $words:literal])+ $field:ident: $type:ty,)* })*) => {$(
        $(#[doc = $about])+
        #[derive(Clone, Debug, PartialEq, serde::Serialize)]
        pub(crate) struct $name { $($(#[doc = $words])+ pub(crate) $field: $type,)* }

        impl $crate::described::Described for $name {
            fn schema() -> serde_json::Value {
                $crate::described::object(
                    concat!($($about),+),
                    &[$((stringify!($field), concat!($($words),+), <$type as $crate::described::Described>::schema()),)*],
                )
            }
        }
    )*};
}
pub(crate) use answers;

/// An object of which every field is told.
pub(crate) fn object(about: &str, fields: &[(&str, &str, Value)]) -> Value {
    let properties: Map<String, Value> = fields.iter().map(|(name, words, schema)| (plain(name), with_words(schema, words))).collect();
    let required: Vec<String> = fields.iter().map(|(name, ..)| plain(name)).collect();
    json!({ "type": "object", "description": about.trim(), "required": required, "properties": properties, "additionalProperties": false })
}

/// A field whose name is a word of Rust is written `r#type` there.
fn plain(name: &str) -> String {
    name.trim_start_matches("r#").to_string()
}

fn with_words(schema: &Value, words: &str) -> Value {
    let mut schema = schema.clone();
    if let Some(fields) = schema.as_object_mut() {
        fields.insert("description".to_string(), json!(words.trim()));
    }
    schema
}

impl Described for String {
    fn schema() -> Value {
        json!({ "type": "string" })
    }
}

impl Described for bool {
    fn schema() -> Value {
        json!({ "type": "boolean" })
    }
}

impl Described for f64 {
    fn schema() -> Value {
        json!({ "type": "number" })
    }
}

impl<T: Described> Described for Vec<T> {
    fn schema() -> Value {
        json!({ "type": "array", "items": T::schema() })
    }
}

impl<T: Described> Described for Option<T> {
    fn schema() -> Value {
        json!({ "anyOf": [T::schema(), { "type": "null" }] })
    }
}

macro_rules! whole_numbers {
    ($($type:ty)*) => {$(
        impl Described for $type {
            fn schema() -> Value {
                json!({ "type": "integer" })
            }
        }
    )*};
}

whole_numbers!(u32 u64 i64 usize definitions::Pence);

/// Days are written `2017-04-01`.
impl Described for definitions::Day {
    fn schema() -> Value {
        json!({ "type": "string", "format": "date" })
    }
}

/// A day, a month or a year, as exactly as it is known.
impl Described for register::When {
    fn schema() -> Value {
        json!({ "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" })
    }
}

/// Moments are written as RFC 3339 has them.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(transparent)]
pub(crate) struct At(String);

impl From<register::Moment> for At {
    fn from(moment: register::Moment) -> At {
        At(moment.to_string())
    }
}

impl Described for At {
    fn schema() -> Value {
        json!({ "type": "string", "format": "date-time" })
    }
}

macro_rules! codes {
    ($($type:ident)*) => {$(
        impl Described for register::$type {
            fn schema() -> Value {
                json!({ "type": "string", "enum": register::$type::ALL.iter().map(|one| one.code()).collect::<Vec<_>>() })
            }
        }
    )*};
}

codes!(Kind Role Aim Stage Passing Standing Cashable Net NoFigure);

/// The day for which a page is asked.
pub(crate) const DAY: Parameter =
    Parameter { name: "day", summary: "The day for which it is told; today where it is left out.", schema: definitions::Day::schema };

/// How many things a piece of a list holds.
pub(crate) const LIMIT: Parameter = Parameter {
    name: "limit",
    summary: "How many at most, 1 to 1000; 100 where it is left out.",
    schema: || json!({ "type": "integer", "minimum": 1, "maximum": 1000 }),
};

/// The cursor of a piece of a list.
pub(crate) const AFTER: Parameter = Parameter {
    name: "after",
    summary: "The cursor that an earlier answer's `next` holds.",
    schema: || json!({ "type": "string", "pattern": "^([0-9a-f]{2})+$" }),
};

#[cfg(test)]
mod tests {
    use super::*;

    answers! {
        /// A thing.
        Thing {
            /// Its name.
            name: String,
            /// How many.
            r#type: Option<u32>,
        }
    }

    #[test]
    fn what_is_answered_is_what_is_described() {
        let told = serde_json::to_value(Thing { name: "a".to_string(), r#type: None }).expect("it has names as keys");
        let schema = Thing::schema();
        assert_eq!(told, json!({ "name": "a", "type": null }));
        assert_eq!(schema["required"], json!(["name", "type"]));
        assert_eq!(schema["properties"]["name"]["description"], "Its name.");
        assert_eq!(schema["properties"]["type"]["anyOf"][1]["type"], "null");
    }
}
