using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Workers.Events.Reading.Json;

/// <summary>Where the wanted members of an object are, by their places among <see cref="MemberNames"/>.</summary>
internal struct MemberRanges
{
    private Ranges _ranges;

    /// <summary>Where the inner object is; nowhere unless it was found.</summary>
    public JsonRange Inner { get; set; }

    public readonly JsonRange this[int index] => _ranges[index];

    /// <summary>Notes where a member is, unless it is there already.</summary>
    public bool TryAdd(int index, JsonRange range)
    {
        if (_ranges[index].Kind is not JsonTokenType.None)
        {
            return false;
        }

        _ranges[index] = range;
        return true;
    }

    [InlineArray(5)]
    private struct Ranges
    {
        private JsonRange _first;
    }
}
