using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization.Metadata;

namespace Workers.Events;

/// <summary>
/// Holds details to the ranges that validation attributes on their properties declare, those of the objects inside included.
/// What a type declares is found once, in the metadata that the serializer's source generator wrote.
/// </summary>
internal sealed class FieldRanges
{
    private readonly List<Field> _fields = [];

    private FieldRanges()
    {
    }

    public static FieldRanges Of(JsonTypeInfo type) => Of(type, []);

    /// <summary>What is wrong with a value, in the order of its fields; null where nothing is.</summary>
    /// <param name="value">The value.</param>
    /// <param name="future">What no time in it may lie beyond; null where any time will do. Due times may.</param>
    public List<Violation>? Check(object value, FutureLimit? future = null)
    {
        List<Violation>? found = null;
        foreach (var field in _fields)
        {
            field.Check(value, future, ref found);
        }

        if (found is null && value is IEventDetail detail && detail.Violations() is var others && others.Any())
        {
            found = [.. others];
        }

        return found;
    }

    private static FieldRanges Of(JsonTypeInfo type, Dictionary<Type, FieldRanges> known)
    {
        if (!known.TryGetValue(type.Type, out var ranges))
        {
            known.Add(type.Type, ranges = new());
            foreach (var property in type.Properties.Where(property => property.Get is not null))
            {
                ranges._fields.Add(FieldOf(property, known));
            }
        }

        return ranges;
    }

    private static Field FieldOf(JsonPropertyInfo property, Dictionary<Type, FieldRanges> known)
    {
        var type = property.Options.GetTypeInfo(property.PropertyType);
        var inside = type is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } ? property.Options.GetTypeInfo(element) : type;
        var ranges = property.AttributeProvider?.GetCustomAttributes(typeof(ValidationAttribute), inherit: true) ?? [];
        return new(
            property.Name,
            property.Get!,
            [.. ranges.Cast<ValidationAttribute>()],
            property.AttributeProvider?.IsDefined(typeof(DueTimeAttribute), inherit: true) == true,
            inside.Kind is JsonTypeInfoKind.Object ? Of(inside, known) : null);
    }

    private sealed record Field(string Name, Func<object, object?> Get, ValidationAttribute[] Ranges, bool IsDueTime, FieldRanges? Inside)
    {
        /// <summary>A value that is null is absent, hence in range.</summary>
        public void Check(object owner, FutureLimit? future, ref List<Violation>? found)
        {
            if (Get(owner) is not { } value)
            {
                return;
            }

            foreach (var range in Ranges)
            {
                if (!range.IsValid(value))
                {
                    (found ??= []).Add(new(Name, range.FormatErrorMessage(Name)));
                }
            }

            if (future is not null && !IsDueTime && value is DateTimeOffset time && future.Excludes(time))
            {
                (found ??= []).Add(new(Name, future.Expected));
            }

            if (Inside is not null && value is IEnumerable list)
            {
                CheckElements(list, future, ref found);
            }
            else if (Inside?.Check(value, future) is { } inside)
            {
                (found ??= []).AddRange(inside.Select(violation => violation.In(Name)));
            }
        }

        private void CheckElements(IEnumerable list, FutureLimit? future, ref List<Violation>? found)
        {
            var index = 0;
            foreach (var element in list)
            {
                // The serializer keeps null out of members, not out of lists.
                var inside = element is null ? [new("", "must be an object")] : Inside!.Check(element, future);
                if (inside is not null)
                {
                    var path = $"{Name}[{index}]";
                    (found ??= []).AddRange(inside.Select(violation => violation.In(path)));
                }

                index++;
            }
        }
    }
}
