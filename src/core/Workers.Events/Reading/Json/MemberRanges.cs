using System.Runtime.CompilerServices;

namespace Workers.Events.Reading.Json;

/// <summary>Where the wanted members of an object are, by their places among <see cref="MemberNames"/>.</summary>
internal struct MemberRanges
{
    private Ranges _ranges;

    /// <summary>Where the inner object is; nowhere unless it was found.</summary>
    public JsonRange Inner { get; set; }

    public JsonRange this[int place]
    {
        readonly get => _ranges[place];
        set => _ranges[place] = value;
    }

    [InlineArray(5)]
    private struct Ranges
    {
        private JsonRange _first;
    }
}
