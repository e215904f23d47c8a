using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Workers.Cli.Publishing;

/// <summary>
/// Ids for entries that bring none: derived from what the entry says and how many equal ones came before it, so that publishing
/// the same input again, after an interruption, is the same events.
/// </summary>
internal sealed class EntryIds
{
    private readonly Dictionary<string, int> _equals = [];

    public string For(JsonObject entry)
    {
        var content = entry.ToJsonString();
        var before = _equals[content] = _equals.GetValueOrDefault(content) + 1;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{before}|{content}"));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);   // version 8: made by a rule of our own
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);   // the variant of RFC 9562
        return new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString();
    }
}
