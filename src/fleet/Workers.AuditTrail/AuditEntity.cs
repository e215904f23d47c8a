using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Workers.Events;

namespace Workers.AuditTrail;

/// <summary>What an event is about, as the key of its row: a kind and an id, for example <c>order#ORD-1</c>.</summary>
public static partial class AuditEntity
{
    /// <summary>An order.</summary>
    public const string Order = "order";

    /// <summary>A ticket of the support.</summary>
    public const string Ticket = "ticket";

    /// <summary>A customer.</summary>
    public const string Customer = "customer";

    /// <summary>A product.</summary>
    public const string Product = "product";

    /// <summary>Whoever states events that are about nothing else.</summary>
    public const string Source = "source";

    /// <summary>The kinds, in the order in which they are asked to hold an event.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Order, Ticket, Customer, Product, Source];

    /// <summary>An entity. What is no id by our grammar, or too long for one, is told by its digest: it must not break a key.</summary>
    public static string Of(string kind, string id) => $"{kind}#{(IdGrammar.Allows(id) ? id : DigestOf(id))}";

    /// <summary>Reads an entity as somebody writes it, who need not know of digests; null where it is none.</summary>
    public static string? Parse(string text) =>
        text.Split('#', 2) is [var kind, { Length: > 0 } id] && Kinds.Contains(kind)
            ? Digest.IsMatch(id) ? text : Of(kind, id)
            : null;

    private static string DigestOf(string id) => $"~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32]}";

    [GeneratedRegex(@"^~[0-9a-f]{32}\z")]
    private static partial Regex Digest { get; }
}
