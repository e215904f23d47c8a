using System.Buffers;

namespace LocalAws.StepFunctions.Operations;

/// <summary>The names that state machines, executions and activities may have.</summary>
internal static class Names
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("<>{}[]?*\"#%\\^|~`$&,;:/ ");

    /// <exception cref="Http.AwsException">It is no name.</exception>
    public static void Check(string name)
    {
        var isInvisible = name.Any(one => char.IsControl(one) || char.IsWhiteSpace(one));
        if (name.Length is 0 or > 80 || isInvisible || name.AsSpan().ContainsAny(Forbidden))
        {
            throw StepFunctionsErrors.InvalidName(name);
        }
    }
}
