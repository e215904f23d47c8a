using System.Globalization;
using System.Text;

namespace LocalAws.DynamoDb.Streams;

/// <summary>Where a reader of a stream stands. It is good for fifteen minutes.</summary>
/// <param name="StreamArn">The stream.</param>
/// <param name="Position">The number of the next record to read.</param>
/// <param name="Made">When it was made.</param>
internal sealed record ShardIterator(string StreamArn, long Position, DateTimeOffset Made)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>The text that a client holds.</summary>
    public string Format() => $"{StreamArn}|1|" + Convert.ToBase64String(Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Position} {Made.ToUnixTimeMilliseconds()}")));

    /// <summary>The iterator of that text.</summary>
    public static ShardIterator Parse(string text, DateTimeOffset now)
    {
        var parts = text.Split('|');
        var content = new byte[parts[^1].Length];
        if (parts.Length != 3
            || !Convert.TryFromBase64String(parts[2], content, out var length)
            || Encoding.ASCII.GetString(content, 0, length).Split(' ') is not [var position, var made]
            || !long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !long.TryParse(made, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
        {
            throw DynamoDbErrors.Validation("Invalid ShardIterator");
        }

        var iterator = new ShardIterator(parts[0], number, DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
        return now - iterator.Made <= Lifetime
            ? iterator
            : throw DynamoDbErrors.ExpiredIterator();
    }
}
