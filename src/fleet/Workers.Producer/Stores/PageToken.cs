using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Workers.Producer.Http;

namespace Workers.Producer.Stores;

/// <summary>
/// Where the next page of a list begins. It holds the place of the last row and a hash of the list's key: whose rows are read is said by
/// the path alone, and a token of another list is refused.
/// </summary>
internal static partial class PageToken
{
    private const int HashBytes = 8;

    public static string Of(string list, string sortKey) =>
        Base64Url.EncodeToString([.. HashOf(list), .. Encoding.UTF8.GetBytes(sortKey)]);

    /// <param name="list">The key of the list that is read.</param>
    /// <param name="token">What the caller gave.</param>
    /// <param name="of">What the list has, for people.</param>
    /// <exception cref="InvalidRequestException">It is no token, or one of another list.</exception>
    public static string Read(string list, string token, string of) =>
        Base64Url.IsValid(token)
        && Base64Url.DecodeFromChars(token) is { Length: > HashBytes } bytes
        && bytes.AsSpan(0, HashBytes).SequenceEqual(HashOf(list))
        && Encoding.UTF8.GetString(bytes.AsSpan(HashBytes)) is var sortKey
        && SortKey.IsMatch(sortKey)
            ? sortKey
            : throw new InvalidRequestException("next", $"must be what the last page of {of} gave");

    private static ReadOnlySpan<byte> HashOf(string list) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(list)).AsSpan(0, HashBytes);

    [GeneratedRegex(@"^[0-9T:.Z-]{10,40}#[A-Za-z0-9_.-]{1,128}(#[0-9a-f]{8})?\z")]
    private static partial Regex SortKey { get; }
}
