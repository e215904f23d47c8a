using System.Globalization;
using System.Numerics;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Values;

/// <summary>A decimal of up to 38 significant digits between 1E-130 and 9.99…E+125 either side of zero, exact.</summary>
internal sealed class DynamoNumber : IComparable<DynamoNumber>
{
    public const int MaxDigits = 38;
    public const int MaxMagnitude = 125;
    public const int MinMagnitude = -130;

    public static readonly DynamoNumber Zero = new(isNegative: false, 0, 0);

    private readonly bool _isNegative;
    private readonly UInt128 _coefficient;
    private readonly int _exponent;
    private readonly int _digits;
    private string? _text;

    /// <summary>±coefficient × 10^exponent; the coefficient has no trailing zero, and zero has exponent 0 and no sign.</summary>
    private DynamoNumber(bool isNegative, UInt128 coefficient, int exponent)
    {
        _isNegative = isNegative;
        _coefficient = coefficient;
        _exponent = exponent;
        _digits = PowersOfTen.DigitsOf(coefficient);
    }

    /// <summary>
    /// The size in bytes: one, one for each two digits on either side of the point, and one for a minus.
    /// Leading and trailing zeros do not count.
    /// </summary>
    public int Size
    {
        get
        {
            var whole = _exponent >= 0 ? _digits : Math.Max(0, _digits + _exponent);
            var fraction = _digits - whole;
            return 1 + ((whole + 1) / 2) + ((fraction + 1) / 2) + (_isNegative ? 1 : 0);
        }
    }

    /// <summary>The power of ten of the first digit.</summary>
    private int Magnitude => _exponent + _digits - 1;

    /// <summary>Makes a number of digits already known to be few enough, or refuses its magnitude.</summary>
    public static DynamoNumber Of(bool isNegative, UInt128 coefficient, long exponent)
    {
        if (coefficient == 0)
        {
            return Zero;
        }

        var magnitude = exponent + PowersOfTen.DigitsOf(coefficient) - 1;
        return magnitude switch
        {
            > MaxMagnitude => throw Overflow(),
            < MinMagnitude => throw Underflow(),
            _ => new DynamoNumber(isNegative, coefficient, (int)exponent),
        };
    }

    public static DynamoNumber Of(long value) => Of(Math.Sign(value), BigInteger.Abs(value), 0);

    public static DynamoNumber operator +(DynamoNumber left, DynamoNumber right) => Sum(left, right, right._isNegative);

    public static DynamoNumber operator -(DynamoNumber left, DynamoNumber right) => Sum(left, right, !right._isNegative);

    public static AwsException Overflow() => DynamoDbErrors.Validation(
        "Number overflow. Attempting to store a number with magnitude larger than supported range");

    public static AwsException Underflow() => DynamoDbErrors.Validation(
        "Number underflow. Attempting to store a number with magnitude smaller than supported range");

    public int CompareTo(DynamoNumber? other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (_coefficient == 0 || other._coefficient == 0 || _isNegative != other._isNegative)
        {
            return Sign().CompareTo(other.Sign());
        }

        var larger = Magnitude != other.Magnitude
            ? Magnitude.CompareTo(other.Magnitude)
            : Aligned().CompareTo(other.Aligned());
        return _isNegative ? -larger : larger;
    }

    public override bool Equals(object? obj) => obj is DynamoNumber other && CompareTo(other) == 0;

    public override int GetHashCode() => HashCode.Combine(_isNegative, _coefficient, _exponent);

    /// <summary>The number in full, without an exponent, as DynamoDB returns it.</summary>
    public override string ToString() => _text ??= Format();

    /// <summary>The whole number nearest to zero, or null when a long cannot hold it.</summary>
    public long? ToInt64()
    {
        if (Magnitude > 18)
        {
            return null;
        }

        var whole = _exponent >= 0
            ? _coefficient * PowersOfTen.Of(_exponent)
            : -_exponent > MaxDigits ? 0 : _coefficient / PowersOfTen.Of(-_exponent);
        return whole > (UInt128)long.MaxValue ? null : _isNegative ? -(long)whole : (long)whole;
    }

    private static DynamoNumber Sum(DynamoNumber left, DynamoNumber right, bool rightIsNegative)
    {
        var exponent = Math.Min(left._exponent, right._exponent);
        var a = left._coefficient * BigInteger.Pow(10, left._exponent - exponent);
        var b = right._coefficient * BigInteger.Pow(10, right._exponent - exponent);
        var sum = (left._isNegative ? -a : a) + (rightIsNegative ? -b : b);
        return Of(sum.Sign, BigInteger.Abs(sum), exponent);
    }

    private static DynamoNumber Of(int sign, BigInteger coefficient, int exponent)
    {
        while (!coefficient.IsZero)
        {
            var shorter = BigInteger.DivRem(coefficient, 10, out var last);
            if (!last.IsZero)
            {
                break;
            }

            coefficient = shorter;
            exponent++;
        }

        // DynamoDB calls a sum that needs more than 38 digits an overflow too.
        return coefficient >= PowersOfTen.Of(MaxDigits)
            ? throw Overflow()
            : Of(sign < 0, (UInt128)coefficient, exponent);
    }

    private int Sign() => _coefficient == 0 ? 0 : _isNegative ? -1 : 1;

    /// <summary>The coefficient as if it had all 38 digits, so that numbers of one magnitude compare.</summary>
    private UInt128 Aligned() => _coefficient * PowersOfTen.Of(MaxDigits - _digits);

    private string Format()
    {
        var digits = _coefficient.ToString(CultureInfo.InvariantCulture);
        var point = _digits + _exponent;
        var text = _exponent >= 0
            ? digits + new string('0', _exponent)
            : point > 0
                ? $"{digits.AsSpan(0, point)}.{digits.AsSpan(point)}"
                : $"0.{new string('0', -point)}{digits}";
        return _isNegative ? "-" + text : text;
    }
}
