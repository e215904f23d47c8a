namespace LocalAws.DynamoDb.Storage;

/// <summary>Spreads partitions over parts by their hash, each part with a lock of its own, so that requests seldom meet.</summary>
internal static class HashParts
{
    public const int Count = 1 << Bits;

    private const int Bits = 4;

    /// <summary>The part that holds partitions of that hash; the parts lie in the order of the hashes.</summary>
    public static int IndexOf(uint hash) => (int)(hash >> (32 - Bits));
}
