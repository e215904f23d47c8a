using System.ComponentModel.DataAnnotations;

namespace Workers.Contracts.Ranges;

// The kinds of fields that only events of behaviour have.

/// <summary>What a visitor did, by name: 1 to 64 letters, digits, <c>_</c>, <c>-</c> and <c>.</c>; a kind of act, not a single one.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EventTypeAttribute : RegularExpressionTextAttribute
{
    /// <summary>Marks a field as a type of behaviour.</summary>
    public EventTypeAttribute()
        : base("^[A-Za-z0-9_.-]+$", 1, 64, "must have 1 to 64 characters: letters A to Z, digits, _, - and .")
    {
    }
}

/// <summary>A currency's code: three letters. Whether there is such a currency is not asked.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CurrencyAttribute : RegularExpressionTextAttribute
{
    /// <summary>Marks a field as a currency.</summary>
    public CurrencyAttribute()
        : base("^[A-Za-z]{3}$", 3, 3, "must be a currency's code, such as USD: three letters A to Z")
    {
    }
}

/// <summary>An hour of the day: 0 to 23.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HourAttribute : RangeAttribute
{
    /// <summary>Marks a field as an hour.</summary>
    public HourAttribute()
        : base(0, 23) => ErrorMessage = "must be from 0 to 23";
}

/// <summary>The how-manieth of something: from 1.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OrdinalAttribute : RangeAttribute
{
    /// <summary>Marks a field as the how-manieth.</summary>
    public OrdinalAttribute()
        : base(1, int.MaxValue) => ErrorMessage = "must be from 1 to 2,147,483,647";
}
