namespace LocalAws.DynamoDb.Values;

/// <summary>The powers of ten up to 10^38, the first that a number's digits cannot reach.</summary>
internal static class PowersOfTen
{
    private static readonly UInt128[] Powers = [.. Enumerate()];

    public static UInt128 Of(int exponent) => Powers[exponent];

    /// <summary>How many decimal digits a number has; none for zero.</summary>
    public static int DigitsOf(UInt128 number)
    {
        var index = Array.BinarySearch(Powers, number);
        return index >= 0 ? index + 1 : ~index;
    }

    private static IEnumerable<UInt128> Enumerate()
    {
        var power = UInt128.One;
        for (var i = 0; i <= DynamoNumber.MaxDigits; i++, power *= 10)
        {
            yield return power;
        }
    }
}
