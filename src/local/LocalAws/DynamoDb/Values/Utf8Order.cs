namespace LocalAws.DynamoDb.Values;

/// <summary>The order of strings by their UTF-8 bytes, without encoding them.</summary>
internal static class Utf8Order
{
    public static int Compare(string left, string right)
    {
        var common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
        {
            return left.Length - right.Length;
        }

        // UTF-16 sorts surrogates before U+E000, UTF-8 sorts the characters they stand for after U+FFFF.
        var (x, y) = (left[common], right[common]);
        return char.IsSurrogate(x) == char.IsSurrogate(y)
            ? x - y
            : char.IsSurrogate(x) ? 1 : -1;
    }
}
