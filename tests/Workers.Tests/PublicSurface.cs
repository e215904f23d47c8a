using System.Reflection;
using System.Runtime.CompilerServices;

namespace Workers.Tests;

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
        foreach (var member in type.GetMembers(Declared).Where(IsWritten))
        {
            yield return $"{type.FullName}.{Line(member)}{(member.IsDefined(typeof(ObsoleteAttribute)) ? " obsolete" : "")}";
        }
    }

    /// <summary>Accessors are told with their properties; what the compiler adds to a record follows from its properties.</summary>
    private static bool IsWritten(MemberInfo member) =>
        member is not MethodInfo { IsSpecialName: true, Name: not "op_Implicit" }
        && !(member is MethodInfo && member.IsDefined(typeof(CompilerGeneratedAttribute)));

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
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
        PropertyInfo property => $"{property.Name} : {Name(property.PropertyType)} {{{(property.CanRead ? " get;" : "")}{Setter(property)} }}",
        MethodInfo method => $"{method.Name}{TypeParameters(method)}({Parameters(method)}) : {Name(method.ReturnType)}{(CanOverride(method) ? " virtual" : "")}",
        _ => member.Name,
    };

    private static string Setter(PropertyInfo property) => property.SetMethod switch
    {
        { IsPublic: true } setter => setter.ReturnParameter.GetRequiredCustomModifiers() is [] ? " set;" : " init;",
        _ => "",
    };

    private static string TypeParameters(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

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
