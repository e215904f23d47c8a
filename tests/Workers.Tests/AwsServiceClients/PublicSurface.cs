using System.Reflection;

namespace Workers.Tests.AwsServiceClients;

/// <summary>The public types and members of an assembly, one line each, in a form that two assemblies can be compared by.</summary>
internal static class PublicSurface
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(string)] = "string",
        [typeof(void)] = "void",
    };

    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetExportedTypes().SelectMany(Of).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Of(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        yield return $"{type.FullName} is {Kind(type)}";
        foreach (var member in type.GetMembers(Declared).Where(member => member is not MethodInfo { IsSpecialName: true, Name: not "op_Implicit" }))
        {
            yield return $"{type.FullName}.{Line(member)}{(member.IsDefined(typeof(ObsoleteAttribute)) ? " obsolete" : "")}";
        }
    }

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => $"interface : {string.Join(", ", type.GetInterfaces().Select(Name).Order(StringComparer.Ordinal))}",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsSealed: true } => $"sealed class : {Name(type.BaseType!)}",
        _ => $"class : {Name(type.BaseType!)}",
    };

    private static string Line(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        FieldInfo { IsLiteral: true } field => $"{field.Name} = {field.GetRawConstantValue()}",
        FieldInfo field => $"{field.Name} : {Name(field.FieldType)}",
        PropertyInfo property => $"{property.Name} : {Name(property.PropertyType)} {{{(property.CanRead ? " get;" : "")}{(property.CanWrite ? " set;" : "")} }}",
        MethodInfo method => $"{method.Name}({Parameters(method)}) : {Name(method.ReturnType)}{(CanOverride(method) ? " virtual" : "")}",
        _ => member.Name,
    };

    private static bool CanOverride(MethodInfo method) =>
        method is { IsVirtual: true, IsFinal: false, IsAbstract: false } && method.GetBaseDefinition() == method;

    private static string Parameters(MethodBase method) => string.Join(
        ", ",
        method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = default" : "")}"));

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{Name(underlying)}?";
        }

        return type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : Keywords.GetValueOrDefault(type, type.Name);
    }
}
