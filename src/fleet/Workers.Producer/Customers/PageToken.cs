using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Workers.Producer.Http;

namespace Workers.Producer.Customers;

/// <summary>
/// Where the next page of a customer's orders begins. It holds the last order's place in the list and a hash of the customer: whose rows are
/// read is said by the path alone, and a token of another list is refused.
/// </summary>
internal static partial class PageToken
{
    private const int HashBytes = 8;

    public static string Of(string customerId, string sortKey) =>
        Base64Url.EncodeToString([.. HashOf(customerId), .. Encoding.UTF8.GetBytes(sortKey)]);

    /// <exception cref="InvalidRequestException">It is no token, or one of another customer's list.</exception>
    public static string Read(string customerId, string token) =>
        Base64Url.IsValid(token)
        && Base64Url.DecodeFromChars(token) is { Length: > HashBytes } bytes
        && bytes.AsSpan(0, HashBytes).SequenceEqual(HashOf(customerId))
        && Encoding.UTF8.GetString(bytes.AsSpan(HashBytes)) is var sortKey
        && SortKey.IsMatch(sortKey)
            ? sortKey
            : throw new InvalidRequestException("next", "must be what the last page of this customer's orders gave");

    private static ReadOnlySpan<byte> HashOf(string customerId) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(customerId)).AsSpan(0, HashBytes);

    [GeneratedRegex(@"^[0-9T:.Z-]{10,40}#[A-Za-z0-9_.-]{1,128}\z")]
    private static partial Regex SortKey { get; }
}
