using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace Workers.Torture;

/// <summary>A number on the command line.</summary>
internal static class NumberOption
{
    public static Option<T> Of<T>(string name, string description, T usual, T least, T most)
        where T : struct, INumber<T>
    {
        var option = new Option<T>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }]
                && !(T.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most))
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} must be a number from {least} to {most}."));
            }
        });
        return option;
    }
}
