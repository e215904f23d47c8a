using Workers.Contracts.Tables;
using Workers.Producer.Http;

namespace Workers.Producer.Audit;

/// <summary>The part of an entity's rows that is asked for, as bounds of the sort key.</summary>
/// <param name="From">The first key in it; null for the beginning.</param>
/// <param name="To">What comes after the last; null for the end.</param>
internal sealed record AuditRange(string? From, string? To)
{
    /// <exception cref="InvalidRequestException">The range is empty.</exception>
    public static AuditRange Of(DateTimeOffset? from, DateTimeOffset? to) => from >= to
        ? throw new InvalidRequestException(nameof(to), "must be after from")
        : new(from is { } start ? SortableTime.Of(start) : null, to is { } end ? SortableTime.Of(end) : null);

    /// <summary>Whether no key can be in it.</summary>
    public bool IsEmpty => From is not null && To is not null && string.CompareOrdinal(From, To) >= 0;

    /// <summary>The rest of it.</summary>
    /// <param name="last">The last key that was read.</param>
    public AuditRange After(string last)
    {
        var next = $"{last} ";   // no key lies between the two
        return string.CompareOrdinal(next, From) > 0 ? this with { From = next } : this;
    }
}
