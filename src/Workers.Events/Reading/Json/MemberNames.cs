using System.Text.Json;

namespace Workers.Events.Reading.Json;

/// <summary>The members that are wanted of an object, at most five: best in the order in which they are usually written.</summary>
internal sealed class MemberNames(params JsonEncodedText[] names)
{
    /// <summary>One of them that is looked into on the way.</summary>
    public JsonEncodedText Outer { get; init; }

    /// <summary>What is looked for there: a member that is an object.</summary>
    public JsonEncodedText Inner { get; init; }

    public JsonEncodedText this[int index] => names[index];

    /// <returns>The place of the name; -1 where it is not wanted.</returns>
    public int IndexOf(JsonEncodedText name) => Array.IndexOf(names, name);

    /// <param name="name">As it stands in the JSON, without escapes.</param>
    /// <param name="guess">The place that is looked at first.</param>
    public int IndexOf(ReadOnlySpan<byte> name, int guess)
    {
        if (guess < names.Length && name.SequenceEqual(names[guess].EncodedUtf8Bytes))
        {
            return guess;
        }

        for (var index = 0; index < names.Length; index++)
        {
            if (name.SequenceEqual(names[index].EncodedUtf8Bytes))
            {
                return index;
            }
        }

        return -1;
    }

    /// <param name="reader">Stands on the name.</param>
    public int IndexOf(ref Utf8JsonReader reader)
    {
        var index = 0;
        while (index < names.Length && !reader.ValueTextEquals(names[index].EncodedUtf8Bytes))
        {
            index++;
        }

        return index < names.Length ? index : -1;
    }
}
